//! Documents on which the methods or the sensitivity once gave way, or nearly did, each with what
//! must come out.

use mizan::analysis::MethodRanking;
use mizan::evaluation::{Sensitivity, Weighting, evaluate, evaluate_by, reversal_findings};
use mizan::model::{Method, Scenario};
use mizan::store::parse;

use crate::small::{METHODS, told};

const TWO: &str =
    r#"(id: "c0", name: "X"), (id: "c1", name: "Y", goal: Minimize, range: Observed)"#;

struct Results {
    document: Scenario,
    ranking: mizan::analysis::Ranking,
    shares: Vec<f64>,
    /// By METHODS.
    others: Vec<MethodRanking>,
    firmness: Sensitivity,
    /// The weighted sum's.
    kinds: Vec<&'static str>,
    /// The other methods', by METHODS.
    other_kinds: Vec<Vec<&'static str>>,
}

/// All results of a document that holds these fields besides its title, under its only team or the
/// mean.
fn results(fields: &str) -> Results {
    let document = parse(format!("(format: 1, title: \"t\", {fields})").as_bytes())
        .map_err(|unreadable| unreadable.faults)
        .unwrap()
        .scenario;
    let weighting = Weighting::of_default(&document);
    let evaluation = evaluate(&document, &weighting).unwrap();
    let by = METHODS.map(|method| evaluate_by(&document, &weighting, &evaluation, method));
    let firmness = told(&document, &weighting);
    let reversals: Vec<_> = METHODS
        .into_iter()
        .chain([Method::WeightedSum])
        .flat_map(|method| reversal_findings(&document, &weighting, &evaluation, method))
        .collect();
    let shown = format!(
        "{:?} {:?} {:?} {by:?} {firmness:?} {reversals:?}",
        evaluation.ranking, evaluation.shares, evaluation.findings
    );
    assert!(!shown.contains("NaN") && !shown.contains("inf"), "{shown}");
    let words = |findings: &[mizan::model::Finding]| {
        findings.iter().map(|finding| finding.kind.word()).collect::<Vec<_>>()
    };
    Results {
        kinds: words(&evaluation.findings),
        other_kinds: by.iter().map(|by| words(&by.findings)).collect(),
        others: by.into_iter().map(|by| by.ranking).collect(),
        ranking: evaluation.ranking,
        shares: evaluation.shares.criteria,
        firmness,
        document,
    }
}

/// Options a, b, … with these scores on criteria x, y, …; none where a row has a gap.
fn scored(rows: &[&[Option<f64>]], criteria: &str) -> String {
    let names: Vec<String> =
        (b'a'..).take(rows.len()).map(|letter| char::from(letter).to_string()).collect();
    let options: String =
        names.iter().map(|name| format!("(id: \"{name}\", name: \"{name}\"),")).collect();
    let cell = |(number, score): (usize, &Option<f64>)| {
        score.map(|score| format!("\"c{number}\": (score: {score:?}),")).unwrap_or_default()
    };
    let row = |(name, row): (&String, &&[Option<f64>])| {
        format!("\"{name}\": {{{}}},", row.iter().enumerate().map(cell).collect::<String>())
    };
    let scores: String = names.iter().zip(rows).map(row).collect();
    format!("criteria: [{criteria}], options: [{options}], scores: {{{scores}}}")
}

fn full<const N: usize>(row: [f64; N]) -> [Option<f64>; N] {
    row.map(Some)
}

fn ranks(ranking: &MethodRanking) -> Vec<(usize, usize)> {
    ranking.standings.iter().map(|standing| (standing.option, standing.rank)).collect()
}

#[test]
fn columns_of_zeros_are_no_division_by_zero() {
    let found = results(&scored(&[&full([0.0, 0.0]), &full([0.0, 3.0])], TWO));
    assert_eq!(ranks(&found.others[1]), [(0, 1), (1, 2)]);
    assert_eq!(found.others[0].standings, []);
    assert_eq!(found.others[0].barred, [(0, 0), (0, 1), (1, 0)]);
    assert!(found.other_kinds[0].contains(&"not-applicable"), "{:?}", found.other_kinds);
    assert!(found.other_kinds[1..].iter().all(Vec::is_empty), "{:?}", found.other_kinds);
}

#[test]
fn without_criteria_or_options_nothing_is_ranked_and_a_finding_says_so() {
    let without_criteria = results(r#"options: [(id: "a", name: "A"), (id: "b", name: "B")]"#);
    let without_options = results(&format!("criteria: [{TWO}]"));
    let without_scores = results(&scored(&[&[None, None], &[None, Some(1.0)]], TWO));
    for (found, expected) in [
        (without_criteria, vec!["no-criteria", "nothing-ranked"]),
        (without_options, vec!["nothing-ranked"]),
        (without_scores, vec!["nothing-ranked"]),
    ] {
        assert!(
            found.ranking.ranked.is_empty()
                && found.others.iter().all(|ranking| *ranking == MethodRanking::default())
        );
        assert_eq!(found.kinds, expected);
        assert!(
            found.other_kinds.iter().all(|kinds| *kinds == expected),
            "{:?}",
            found.other_kinds
        );
        assert!(
            found.firmness.winner.is_none()
                && found.firmness.flip.is_none()
                && found.firmness.never_wins.is_empty()
        );
        assert_eq!(found.firmness.stability.len(), found.document.criteria.len());
        assert!(found.firmness.stability.iter().all(|stability| stability.interval.is_none()));
    }
}

#[test]
fn a_team_that_has_not_weighed_stands_alone_with_equal_weights_and_a_finding() {
    let found = results(&format!(
        "{}, teams: [(id: \"t\", name: \"T\")]",
        scored(&[&full([4.0, 1.0]), &full([9.0, 2.0])], TWO)
    ));
    assert_eq!((found.kinds, found.shares), (vec!["not-weighed"], vec![0.5, 0.5]));
    assert!(found.other_kinds.iter().all(|kinds| *kinds == ["not-weighed"]));
}

/// Two places of an ideal band that are worth the same, one on each side; their values differ in
/// the last bit.
#[test]
fn a_swing_between_mirrored_places_is_none() {
    let criteria = r#"(id: "c0", name: "X", value: Piecewise([(0, 0), (5, 1), (10, 0)])), (id: "c1", name: "Y")"#;
    let team = r#"teams: [(id: "t", name: "T", elicitation: Swing([("c0", 50), ("c1", 100)]), weighed_ranges: {"c0": (1.5, 8.5)})]"#;
    let found =
        results(&format!("{}, {team}", scored(&[&full([1.5, 2.0]), &full([8.5, 7.0])], criteria)));
    assert_eq!(found.shares, [0.0, 1.0]);
    assert!(found.kinds.contains(&"no-swing"), "{:?}", found.kinds);
}

/// Without an option that a must-have rules out, the ends of a scale are the ranked options' own.
#[test]
fn an_option_beyond_a_ruled_out_one_still_reverses_ranks_when_it_is_left_out() {
    let criteria =
        r#"(id: "c0", name: "X", range: Observed, must_have: AtMost(20)), (id: "c1", name: "Y")"#;
    let rows = [full([1.0, 9.0]), full([2.0, 8.0]), full([12.0, 0.0]), full([30.0, 0.0])];
    let document = parse(
        format!(
            "(format: 1, title: \"t\", {})",
            scored(&[&rows[0], &rows[1], &rows[2], &rows[3]], criteria)
        )
        .as_bytes(),
    );
    let document = document.map_err(|unreadable| unreadable.faults).unwrap().scenario;
    let evaluation = evaluate(&document, &Weighting::Mean).unwrap();
    let found = reversal_findings(&document, &Weighting::Mean, &evaluation, Method::WeightedSum);
    assert_eq!(
        found.iter().map(|finding| finding.kind.word()).collect::<Vec<_>>(),
        ["rank-reversal"]
    );
}

/// The nearer side of a valley is closed by a must-have; the farther one is a cure.
#[test]
fn a_cure_on_the_far_side_of_a_valley_is_found_where_the_near_side_is_ruled_out() {
    let criteria = r#"(id: "c0", name: "X", value: Piecewise([(0, 1), (4, 0.2), (10, 0.9)]), must_have: AtLeast(1))"#;
    let found = results(&scored(&[&full([1.0]), &full([10.0])], criteria));
    let cures: Vec<_> = found
        .firmness
        .never_wins
        .iter()
        .map(|never| (never.option, never.cure.as_ref().map(|cure| cure.to)))
        .collect();
    assert_eq!(cures, [(0, Some(10.0))]);
}

#[test]
fn a_rival_on_the_bound_of_a_must_have_can_be_drawn_level_with() {
    let criteria = r#"(id: "c0", name: "X", must_have: AtMost(B)), (id: "c1", name: "Y")"#;
    for bound in (11..990).map(|hundredths| f64::from(hundredths) / 100.0) {
        let found = results(&scored(
            &[&full([0.1, 3.3]), &full([bound, 10.0])],
            &criteria.replace('B', &format!("{bound:?}")),
        ));
        let cure = found.firmness.never_wins[0].cure.as_ref().unwrap();
        let (criterion, to) = if bound - 0.1 <= 6.7 + 1e-9 { (0, bound) } else { (1, 10.0) };
        assert!(
            cure.criterion == criterion && (cure.to - to).abs() <= 1e-12 && cure.to <= to,
            "{cure:?} under a bound of {bound}"
        );
    }
}

/// On one criterion closeness is the place between the worst score and the best, wherever the
/// unit's zero lies.
#[test]
fn closeness_keeps_its_digits_far_from_zero() {
    for zero in [0.0, 1e9, -1e9] {
        let rows = [0.0, 0.3, 0.7, 1.0].map(|place| full([zero + 10.0 * place]));
        let rows: Vec<&[Option<f64>]> = rows.iter().map(<[_; 1]>::as_slice).collect();
        let found = results(&scored(&rows, r#"(id: "c0", name: "X", range: Observed)"#));
        let closeness: Vec<f64> =
            found.others[1].standings.iter().map(|standing| standing.total).collect();
        assert!(
            closeness
                .iter()
                .zip([1.0, 0.7, 0.3, 0.0])
                .all(|(found, place)| (found - place).abs() <= 1e-9),
            "{closeness:?}"
        );
    }
}
