"""A tiny world in the forms that O*NET, ESCO and ladders come in; every word of it is made up."""

from __future__ import annotations

from collections.abc import Iterable

JOBS = (("99-0001.00", "Lion Tamers"), ("99-0002.00", "Tiger Tamers"), ("99-0101.00", "Code Writers"))
ONET: dict[str, str] = {
    "Occupation Data": "\n".join(
        [
            "O*NET-SOC Code\tTitle\tDescription",
            "99-0001.00\tLion Tamers\tTame lions for a circus.",
            "99-0002.00\tTiger Tamers\tTame tigers for a circus.",
            "99-0101.00\tCode Writers\tWrite programs and queries.",
        ]
    ),
    "Skills": "\n".join(
        [
            "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tNot Relevant",
            *(
                f"{code}\t2.A.1.b\tActive Listening\t{scale}\t{value}\tN"
                for code, _ in JOBS
                for scale, value in (("IM", "3.5"), ("LV", "4.2"))
            ),
            "99-0001.00\t2.B.1.f\tRoaring\tIM\t4.5\tN",
            "99-0001.00\t2.B.1.f\tRoaring\tLV\t7\tN",
            "99-0002.00\t2.B.1.f\tRoaring\tIM\t4\tN",
            "99-0002.00\t2.B.1.f\tRoaring\tLV\t6\tN",
            "99-0101.00\t2.B.1.f\tRoaring\tIM\t4\t",
            "99-0101.00\t2.B.1.f\tRoaring\tLV\t6\tY",
        ]
    ),
    "Technology Skills": "\n".join(
        [
            "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand",
            "99-0101.00\tStructured query language SQL\t1\tQuery software\tY\tY",
            "99-0101.00\tZapp software\t1\tQuery software\tN\tY",
            "99-0101.00\tPython\t2\tLanguages\tY\tN",
        ]
    ),
    "Alternate Titles": "\n".join(
        [
            "O*NET-SOC Code\tTitle\tAlternate Title",
            "99-0001.00\tLion Tamers\tBig Cat Trainer",
            "99-0002.00\tTiger Tamers\tBig Cat Trainer",
            "99-0101.00\tCode Writers\tProgrammer of Things",
        ]
    ),
    "Job Zones": "O*NET-SOC Code\tJob Zone\n99-0001.00\t2\n99-0101.00\t4",
}

ESCO: dict[str, str] = {
    "occupations_en.csv": (
        "conceptUri,iscoGroup,preferredLabel,altLabels,description,code\n"
        'u/1,1111,lion tamer,"lion trainer\ntamer of lions",Tames lions.,1111.1\n'
        "u/2,1111,tiger tamer,,Tames tigers.,1111.2\n"
        "u/3,2222,coder,,Writes programs.,2222.1\n"
    ),
    "skills_en.csv": "conceptUri,preferredLabel\ns/1,tame cats\ns/2,SQL\ns/3,roar\n",
    "occupationSkillRelations.csv": (
        "occupationUri,relationType,skillUri\n"
        "u/1,essential,s/1\nu/2,essential,s/1\nu/1,optional,s/3\nu/3,essential,s/2\nu/3,optional,s/2\n"
    ),
}


def lines(text: str) -> Iterable[str]:
    """As a file is read: with line ends."""
    return text.splitlines(keepends=True)


def shuffled(text: str, chance: object) -> str:
    """The same table with its rows in another order."""
    header, *rows = text.split("\n")
    chance.shuffle(rows)  # type: ignore[attr-defined]
    return "\n".join([header, *rows])
