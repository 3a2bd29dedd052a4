// What a library makes of a calendar: `node calendars.cjs ical.js|node-ical FILE` prints the entries as JSON.
const fs = require("fs");
const [library, file] = process.argv.slice(2);

const readers = {
  "ical.js": () => {
    const loaded = require("ical.js"), ICAL = loaded.default || loaded;
    const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(file, "utf8")));
    return ["vevent", "vtodo"].flatMap((kind) => calendar.getAllSubcomponents(kind)).map((part) => ({
      uid: part.getFirstPropertyValue("uid"),
      summary: part.getFirstPropertyValue("summary"),
      day: (part.getFirstPropertyValue("dtstart") || part.getFirstPropertyValue("due")).toString().slice(0, 10),
    }));
  },
  "node-ical": () =>
    Object.values(require("node-ical").sync.parseFile(file))
      .filter((one) => one.type === "VEVENT" || one.type === "VTODO")
      .map((one) => ({
        uid: one.uid,
        summary: one.summary.val || one.summary,
        day: (one.start || one.due).toISOString().slice(0, 10),
      })),
};
process.stdout.write(JSON.stringify(readers[library]()));
