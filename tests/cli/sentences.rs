//! What tables say in words: true where scores are missing, shares are equal, limits are rounded and
//! nobody has weighed.

use crate::common::Call;
use crate::scenario;

/// What a person reads, on one line.
fn told<const N: usize>(words: [&str; N], fields: &str) -> String {
    let run = Call::new(words).file("s.ron", scenario(fields)).run().expect(0);
    run.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Options x, y and z, of which these are scored on the one criterion.
fn open(scores: &str) -> String {
    format!(
        r#"criteria: [(id: "a", name: "A")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
        scores: {{{scores}}},
        teams: [(id: "t", name: "T", weights: {{"a": 1}})],"#
    )
}

#[test]
fn no_table_names_a_winner_without_what_could_still_be_first() {
    let one_open = open(r#""x": {"a": (score: 5)}, "y": {"a": (score: 4)}"#);
    let two_open = open(r#""y": {"a": (score: 4)}"#);
    let sure = r#"criteria: [(id: "a", name: "A"), (id: "b", name: "B")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
        scores: {
            "x": {"a": (score: 10), "b": (score: 9)},
            "y": {"a": (score: 4), "b": (score: 9)},
            "z": {"a": (score: 1)},
        },
        teams: [(id: "t", name: "T", weights: {"a": 9, "b": 1})],"#;
    let note = "That is of the options fully scored alone;";
    for command in ["sensitivity", "robustness"] {
        let told = |fields: &str| told([command, "s.ron"], fields);
        let z = "Z could still be first, once scored.";
        assert!(told(&one_open).contains(&format!("{note} {z}")), "{}", told(&one_open));
        let both = "X and Z could still be first, once scored.";
        assert!(told(&two_open).contains(&format!("{note} {both}")), "{}", told(&two_open));
        assert!(!told(sure).contains(note), "{}", told(sure));
    }
}

#[test]
fn an_option_without_a_score_has_no_number() {
    let bare = told(["rank", "s.ron"], &open(r#""x": {"a": (score: 5)}, "y": {"a": (score: 4)}"#));
    assert!(!bare.contains('–') && bare.contains("Z not scored"), "{bare}");
}

/// Criteria of these weights, the first two in a group where it has one.
fn weighed(group: Option<&str>, weights: &[&str]) -> String {
    let criterion = |index: usize| {
        let group = group.filter(|_| index < 2).map_or("", |_| r#", group: "g""#);
        format!(r#"(id: "c{index}", name: "C{index}"{group}), "#)
    };
    let criteria: String = (0..weights.len()).map(criterion).collect();
    let given: String = weights
        .iter()
        .enumerate()
        .map(|(index, weight)| format!(r#""c{index}": {weight}, "#))
        .collect();
    let scores: String =
        (0..weights.len()).map(|index| format!(r#""c{index}": (score: 5), "#)).collect();
    let groups = group.map_or("", |_| r#"groups: [(id: "g", name: "G")],"#);
    let of_group = group.map_or_else(String::new, |weight| format!(r#""g": {weight}"#));
    format!(
        r#"{groups} criteria: [{criteria}], options: [(id: "x", name: "X")],
        scores: {{"x": {{{scores}}}}},
        teams: [(id: "t", name: "T", weights: {{{given}{of_group}}})],"#
    )
}

#[test]
fn equal_shares_show_equal_and_a_larger_one_no_less_down_a_tree() {
    let note = "Shares are rounded, equal ones alike.";
    let six = weighed(None, &["1"; 6]);
    let tree = weighed(Some("1"), &["98.96", "1.04", "1", "1"]);
    let other_tree = weighed(Some("33.5"), &["331", "4", "33.2", "33.3"]);
    let cases = [
        (&six, [17; 6].to_vec()),
        (&tree, vec![33, 1, 33, 33]),
        (&other_tree, vec![33, 1, 33, 33]),
    ];
    for (fields, shown) in cases {
        for words in [["rank", "s.ron", "--team", "t"], ["weigh", "s.ron", "--team", "t"]] {
            let told = told(words, fields);
            for (index, percent) in shown.iter().enumerate() {
                let (before, after) =
                    (format!("C{index} {percent} %"), format!("{percent} % C{index}"));
                assert!(told.contains(&before) || told.contains(&after), "{before}: {told}");
            }
            let adds_up = shown.iter().sum::<u32>() == 100;
            assert_eq!(told.contains(note), !adds_up, "{told}");
        }
    }
}

#[test]
fn weights_that_nobody_gave_are_said_to_be_equal_ones() {
    let nobody = weighed(None, &["1"; 2]).replace(r#"weights: {"c0": 1, "c1": 1, }"#, "");
    let mean = told(["rank", "s.ron", "--team", "mean"], &nobody);
    assert!(mean.contains("Equal weights until a team has weighed, base scores"), "{mean}");
    let alone = told(["rank", "s.ron", "--team", "t"], &nobody);
    assert!(alone.contains("T: equal weights, none given yet"), "{alone}");
}
