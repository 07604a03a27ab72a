//! The heading of a ranking.

use mizan::evaluation::evaluate;
use mizan::model::Scenario;
use mizan::text;

use crate::reader::{count, is_hundredths, names_just, plain, read};
use crate::reference::Reference;
use crate::{for_each_document, for_each_judged_document, options, weightings};

#[test]
fn a_heading_is_true_of_its_ranking() {
    for_each_document(is_true);
}

#[test]
fn a_heading_is_true_of_a_ranking_by_judgements_and_curves() {
    for_each_judged_document(is_true);
}

fn is_true(scenario: &Scenario) {
    for (weighting, _, numbers) in weightings(scenario) {
        let found = evaluate(scenario, &weighting).unwrap();
        let said = plain(&text::headline(scenario, &found.ranking));
        assert_eq!(headline(scenario, &numbers, &said), Ok(()), "{said}");
    }
}

type Read = Result<(), &'static str>;

/// Whether what is said holds.
fn so(holds: bool, what: &'static str) -> Read {
    if holds { Ok(()) } else { Err(what) }
}

fn headline(scenario: &Scenario, numbers: &Reference, said: &str) -> Read {
    if numbers.best().is_none() {
        return unranked(scenario, numbers, said);
    }
    let open = open(numbers);
    let scored = numbers.options().filter(|option| numbers.total(*option).is_some()).count();
    let first = options(scenario, &numbers.firsts());
    if let Some([name]) = read(said, "{} is the only option") {
        so(scored == 1 && scenario.options.len() == 1 && first == [name], "the only option")
    } else if let Some([name]) = read(said, "{} is the only option that is not ruled out") {
        let out = numbers.options().filter(|option| numbers.is_ruled_out(*option)).count();
        so(scored == 1 && out + 1 == scenario.options.len() && first == [name], "not ruled out")
    } else if let Some([name, rest]) = read(said, "{} is the only option fully scored; {}") {
        so(scored == 1 && open > 0 && first == [name], "the only one scored")?;
        others(scenario, numbers, rest)
    } else if let Some([led, rest]) = read(said, "Of the options fully scored, {}; {}") {
        so(scored > 1 && open > 0, "some are fully scored and some aren't")?;
        leads(scenario, numbers, led)?;
        others(scenario, numbers, rest)
    } else {
        so(scored > 1 && open == 0, "all are fully scored")?;
        leads(scenario, numbers, said)
    }
}

/// How many options that aren't ruled out aren't fully scored.
fn open(numbers: &Reference) -> usize {
    numbers.options().filter(|option| numbers.interval(*option).is_some()).count()
}

/// Why nothing is ranked.
pub fn unranked(scenario: &Scenario, numbers: &Reference, said: &str) -> Read {
    let open = open(numbers);
    let count_of = |is_so: &dyn Fn(usize) -> bool| numbers.options().filter(|o| is_so(*o)).count();
    let all = scenario.options.len();
    let out = count_of(&|option| numbers.is_ruled_out(option));
    let bare = count_of(&|option| {
        !numbers.is_ruled_out(option) && numbers.values[option].iter().all(Option::is_none)
    });
    let no_criteria = scenario.criteria.is_empty();
    if let Some([name]) = read(said, "{} is ruled out by a must-have") {
        return so(all == 1 && out == 1 && scenario.options[0].name == name, "one ruled out");
    }
    if let Some([number]) = read(said, "All {} options are ruled out by must-haves") {
        return so(out == all && count(number) == Some(all), "all ruled out");
    }
    let holds = match said {
        "There are no options and no criteria yet" => all == 0 && no_criteria,
        "There are no options yet" => all == 0 && !no_criteria,
        "There are no criteria yet" => all > 0 && no_criteria,
        "Both options are ruled out by must-haves" => (all, out) == (2, 2),
        "Nothing is scored yet" => out == 0 && bare == all && all > 0,
        "No option is fully scored yet" => out == 0 && open == all && bare < all,
        "The options that are not ruled out are not scored yet" => out > 0 && bare + out == all,
        "The options that are not ruled out are not fully scored yet" => {
            out > 0 && bare + out < all && open + out == all
        }
        _ => return Err("no such sentence"),
    };
    so(holds, "why nothing is ranked")
}

/// Who is first of those that are fully scored.
fn leads(scenario: &Scenario, numbers: &Reference, said: &str) -> Read {
    let firsts = options(scenario, &numbers.firsts());
    let all = scenario.options.len();
    if let Some([name, lead]) = read(said, "{} leads by {}") {
        so(firsts == [name], "who leads")?;
        so(numbers.lead().is_some_and(|by| is_hundredths(lead, by)), "by how much")
    } else if let Some([names]) = read(said, "{} tie for first place") {
        so(names_just(names, &firsts), "who ties")
    } else if let Some([number]) = read(said, "All {} options are level") {
        so(firsts.len() == all && count(number) == Some(all), "all are level")
    } else if said == "Both options are level" {
        so((firsts.len(), all) == (2, 2), "both are level")
    } else {
        Err("no such sentence")
    }
}

/// What those could still be that aren't fully scored.
pub fn others(scenario: &Scenario, numbers: &Reference, said: &str) -> Read {
    let (may, sure) = (numbers.may_be_first(), numbers.surely_ahead());
    let rest: Vec<usize> = may.iter().copied().filter(|option| !sure.contains(option)).collect();
    let (may, sure, rest) =
        (options(scenario, &may), options(scenario, &sure), options(scenario, &rest));
    if said == "the others can’t be first" {
        return so(may.is_empty(), "none could be first");
    }
    if let Some([names]) = read(said, "{} could still be first, once scored") {
        return so(sure.is_empty() && names_just(names, &may), "who could be first");
    }
    let (ahead, behind) = match said.split_once("; ") {
        Some((ahead, behind)) => (ahead, Some(behind)),
        None => (said, None),
    };
    let verb = if sure.len() == 1 { "is" } else { "are" };
    let it = |scenario: &str| ["it", "them"].map(|it| scenario.replace("IT", it)).to_vec();
    let ahead = it(&format!("{{}} {verb} ahead of IT whatever is missing"))
        .into_iter()
        .find_map(|pattern| read::<1>(ahead, &pattern));
    so(ahead.is_some_and(|[names]| names_just(names, &sure)), "who is ahead")?;
    let Some(behind) = behind else { return so(rest.is_empty(), "who could pass") };
    let passing = it("{} could still pass IT, once scored")
        .into_iter()
        .find_map(|pattern| read::<1>(behind, &pattern));
    so(passing.is_some_and(|[names]| names_just(names, &rest)), "who could pass")
}

#[test]
fn a_heading_that_is_not_true_is_found_out() {
    let scenario = (0..crate::documents::COUNT)
        .map(crate::documents::document)
        .find(|scenario| {
            let numbers = Reference::of_mean(scenario);
            numbers.lead().is_some() && numbers.firsts().len() == 1
        })
        .unwrap();
    let numbers = Reference::of_mean(&scenario);
    let leader = &scenario.options[numbers.firsts()[0]].name;
    let other = &scenario.options[(numbers.firsts()[0] + 1) % scenario.options.len()].name;
    let lead = format!("{:.2}", numbers.lead().unwrap() * 10.0);
    let told = |said: &str| leads(&scenario, &numbers, said);
    assert_eq!(told(&format!("{leader} leads by {lead}")), Ok(()));
    for wrong in [
        format!("{other} leads by {lead}"),
        format!("{leader} leads by 9.99"),
        format!("{leader} and {other} tie for first place"),
        format!("{leader} wins by {lead}"),
    ] {
        assert!(told(&wrong).is_err(), "{wrong}");
    }
}
