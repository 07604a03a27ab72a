//! Names that are told apart: of equal ones in a document the later bears its letter, where it is
//! an option, or else its number.

use std::collections::HashSet;
use std::sync::Arc;

use super::isolate::{isolated, one_line};
use crate::model::{Scenario, is_invisible};

/// A thing's name, and the shorter one where it has one.
type Names<'a> = (&'a mut String, &'a mut String);

/// The same document with names of which no two of a kind look alike: "Acme" and "Acme (B)",
/// "Price" and "Price (2)". For sentences and tables; nothing is computed from it.
pub fn told_apart(scenario: &Scenario) -> Scenario {
    let mut told = scenario.clone();
    let letters: Vec<String> =
        told.options.iter().map(|option| option.letter.as_str().to_owned()).collect();
    let by_letter = |index: usize, _| letters.get(index).cloned().unwrap_or_default();
    let by_number = |_, nth: usize| nth.to_string();
    mark(told.options.iter_mut().map(|of| (&mut of.name, &mut of.short)), by_letter);
    mark(told.criteria.iter_mut().map(|of| (&mut of.name, &mut of.short)), by_number);
    mark(told.groups.iter_mut().map(|of| (&mut of.name, &mut of.short)), by_number);
    let teams = told.teams.iter_mut().map(Arc::make_mut);
    mark(teams.map(|of| (&mut of.name, &mut of.short)), by_number);
    told
}

/// [`told_apart`] for lines of a terminal: on one line each, and isolated where they run from right
/// to left.
pub fn for_terminal(scenario: &Scenario) -> Scenario {
    let mut told = told_apart(scenario);
    let show = |name: &mut String| *name = isolated(&one_line(name)).into_owned();
    [&mut told.title, &mut told.question].into_iter().for_each(show);
    let options = told.options.iter_mut().map(|of| [&mut of.name, &mut of.short]);
    let criteria = told.criteria.iter_mut().map(|of| [&mut of.name, &mut of.short]);
    let groups = told.groups.iter_mut().map(|of| [&mut of.name, &mut of.short]);
    let teams = told.teams.iter_mut().map(Arc::make_mut).map(|of| [&mut of.name, &mut of.short]);
    options.chain(criteria).chain(groups).chain(teams).flatten().for_each(show);
    told
}

/// Marks the later of equal names and, apart from them, of equal labels. `mark` says with what, by
/// the thing's index and how many of the name there are up to it.
fn mark<'a>(things: impl Iterator<Item = Names<'a>>, mark: impl Fn(usize, usize) -> String) {
    let things: Vec<Names> = things.collect();
    let names: Vec<String> = things.iter().map(|(name, _)| (*name).clone()).collect();
    let label =
        |(name, short): &Names| if short.is_empty() { (*name).clone() } else { (*short).clone() };
    let labels: Vec<String> = things.iter().map(label).collect();
    let told = distinct(&names, &mark).into_iter().zip(distinct(&labels, &mark));
    for ((name, short), (told_name, told_label)) in things.into_iter().zip(told) {
        if !short.is_empty() || told_label != told_name {
            *short = told_label;
        }
        *name = told_name;
    }
}

/// The names, the later of equal ones with a mark that makes them unlike all others.
fn distinct(names: &[String], mark: impl Fn(usize, usize) -> String) -> Vec<String> {
    let looks: Vec<String> = names.iter().map(|name| look(name)).collect();
    let mut taken: HashSet<String> = looks.iter().cloned().collect();
    let mut seen: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    let told = |(index, name): (usize, &String)| {
        let nth = seen.entry(looks.get(index)?).or_default();
        *nth += 1;
        if *nth == 1 {
            return Some(name.clone());
        }
        let mut told = name.trim_end().to_owned();
        while !taken.insert(look(&told)) {
            told = format!("{told} ({})", mark(index, *nth));
        }
        Some(told)
    };
    names.iter().enumerate().filter_map(told).collect()
}

/// What of a name is to be seen: blanks of every kind are one, what can't be seen is none.
fn look(name: &str) -> String {
    let seen = |c: &char| c.is_whitespace() || !is_invisible(*c);
    let seen: String = name.chars().filter(seen).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{Alternative, Letter, OptionId};

    fn marked(names: &[&str]) -> Vec<String> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        distinct(&names, |index, nth| format!("{}{nth}", ["a", "b", "c", "d", "e"][index]))
    }

    #[test]
    fn the_later_of_names_that_look_alike_is_marked() {
        assert_eq!(marked(&["Acme", "Other", "Acme"]), ["Acme", "Other", "Acme (c2)"]);
        assert_eq!(marked(&["A", "A\u{A0} ", " A", "a"]), ["A", "A (b2)", " A (c3)", "a"]);
        assert_eq!(marked(&["A", "A (b2)", "A"]), ["A", "A (b2)", "A (c2)"]);
        assert_eq!(marked(&["A", "A", "A (b2)"]), ["A", "A (b2) (b2)", "A (b2)"]);
        assert_eq!(marked(&["", ""]), ["", " (b2)"]);
    }

    fn option(id: usize, name: &str, short: &str) -> Alternative {
        Alternative {
            id: OptionId::new(&format!("o{id}")).unwrap(),
            name: name.to_owned(),
            short: short.to_owned(),
            note: String::new(),
            letter: Letter::nth(id),
        }
    }

    #[test]
    fn a_short_name_that_is_anothers_whole_one_is_marked_too() {
        let options = vec![option(0, "Acme", ""), option(1, "Acme of London", "Acme")];
        let told = told_apart(&Scenario { options, ..Scenario::new("T") });
        let names: Vec<(&str, &str)> =
            told.options.iter().map(|option| (option.name.as_str(), option.label())).collect();
        assert_eq!(names, [("Acme", "Acme"), ("Acme of London", "Acme (B)")]);
    }

    proptest! {
        #[test]
        fn no_two_names_are_alike(names in prop::collection::vec("[aB ]{0,2}( \\([BC2]\\))?", 0..12)) {
            let options =
                names.iter().enumerate().map(|(id, name)| option(id, name, "")).collect();
            let told = told_apart(&Scenario { options, ..Scenario::new("T") });
            let looks: HashSet<String> = told.options.iter().map(|option| look(&option.name)).collect();
            prop_assert_eq!(looks.len(), names.len());
            for (option, name) in told.options.iter().zip(&names) {
                prop_assert!(option.name.starts_with(name.trim_end()));
            }
        }
    }
}
