// What npm's vcf makes of contacts: `node contacts.cjs FILE` prints their names and notes as JSON.
const vCard = require("vcf");
const text = require("fs").readFileSync(process.argv[2], "utf8");
const value = (card, key) => {
  const found = card.get(key);
  return found ? found.valueOf() : "";
};
// It leaves RFC 6350's escapes to whoever asks.
const plain = (text) => text.replace(/\\(.)/g, (_, sign) => (sign === "n" || sign === "N" ? "\n" : sign));
// It would take the words BEGIN:VCARD within a line for a new card.
const cards = text.split(/^(?=BEGIN:VCARD\r?$)/m).map((card) => new vCard().parse(card));
// What it reads it also writes, and reads again.
const again = cards.map((card) => new vCard().parse(card.toString()));
process.stdout.write(JSON.stringify([cards, again].map((list) =>
  list.map((card) => [plain(value(card, "fn")), plain(value(card, "note"))]))));
