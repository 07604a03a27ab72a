//! Sealed records leave `model` for the text of a file alone.

use crate::Violation;
use crate::house::{House, small_house};
use crate::source::places;

/// The one function that gives a record away, sealed or not.
const WAY_OUT: &str = "judged_for_file";

/// Where it is made, and the writer of files.
const MAY_NAME_IT: [&str; 3] = ["model/mod.rs", "model/team.rs", "store/to_v1.rs"];

pub fn is_broken_for_files_alone(house: &House) -> Vec<Violation> {
    let others = house.sources.iter().filter(|source| !MAY_NAME_IT.contains(&&*source.path));
    others
        .flat_map(|source| {
            let named = places(&source.code, WAY_OUT).into_iter();
            named.map(|at| source.found(at, format!("gets sealed records by {WAY_OUT}")))
        })
        .collect()
}

/// Under another name the rule would look for nothing.
#[test]
fn the_way_out_has_the_name_that_is_looked_for() {
    let house = House::new(crate::files());
    for path in MAY_NAME_IT {
        let source = house.sources.iter().find(|source| source.path == path).unwrap();
        assert!(!places(&source.code, WAY_OUT).is_empty(), "{path}");
    }
}

#[test]
fn a_panel_that_takes_a_sealed_record_is_told() {
    let panel = "use crate::model::{Team, judged_for_file};";
    let house = small_house(&[
        ("store/to_v1.rs", panel),
        ("ui/panels/teams.rs", panel),
        ("text/a.rs", "// judged_for_file"),
    ]);
    let found: Vec<String> = is_broken_for_files_alone(&house)
        .into_iter()
        .map(|v| format!("{}:{}", v.path, v.line))
        .collect();
    assert_eq!(found, ["ui/panels/teams.rs:1"]);
}
