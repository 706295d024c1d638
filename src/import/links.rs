//! Where tables are saved by hand: the program itself never goes on the net.

use crate::text::{Words, say};

/// Tables, and the addresses that give them as JSON-stat 2. Only tables whose number stands in a source of this program.
pub const LINKS: [(Words, &str); 3] = [
    (
        say::IMPORT_LINK_POPULATION,
        "https://data.ssb.no/api/pxwebapi/v2/tables/07459/data?lang=no&outputformat=json-stat2&valuecodes[Region]=*&valuecodes[Alder]=*&valuecodes[Kjonn]=*&valuecodes[Tid]=top(1)",
    ),
    (
        say::IMPORT_LINK_DISTRICTS,
        "https://data.ssb.no/api/pxwebapi/v2/tables/10826/data?lang=no&outputformat=json-stat2&valuecodes[Region]=*&valuecodes[Alder]=*&valuecodes[Tid]=top(1)",
    ),
    (
        say::IMPORT_LINK_KOSTRA,
        "https://data.ssb.no/api/pxwebapi/v2/tables/12137/data?lang=no&outputformat=json-stat2&valuecodes[KOKkommuneregion0000]=*&valuecodes[Tid]=top(1)",
    ),
];
