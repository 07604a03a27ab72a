//! Files of format 1 as the program wrote them before the format grew: they open for ever.

use mizan::store::{parse, to_text};

const FILES: [(&str, &str); 4] = [
    ("after-inherent-resolve", include_str!("../format1/after-inherent-resolve.ron")),
    ("aid-freeze", include_str!("../format1/aid-freeze.ron")),
    ("workshop-venue", include_str!("../format1/workshop-venue.ron")),
    ("every-field", include_str!("../format1/every-field.ron")),
];

#[test]
fn files_of_format_1_as_it_was_open_and_are_written_as_it_is() {
    for (name, text) in FILES {
        let scenario = match parse(text.as_bytes()) {
            Ok(opened) => opened.scenario,
            Err(found) => panic!("{name}: {:?}", found.faults),
        };
        assert!(!scenario.options.is_empty() && !scenario.scores.is_empty(), "{name}");
        let written = to_text(&scenario).unwrap();
        assert_eq!(parse(written.as_bytes()).unwrap().scenario, scenario.as_filed(), "{name}");
    }
}
