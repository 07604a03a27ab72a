//! A criterion's scale: which end is good, from where to where, in what unit, what its scores mean,
//! and what an option must have.

use egui::Ui;

use super::parts::{choice_ui, note_ui, section_ui};
use super::shown::{Page, Part};
use crate::model::{Criterion, Edit, Goal, MustHave, Range};
use crate::text;
use crate::ui::widgets::button;
use crate::ui::widgets::field::{Field, field_id, optional_number_ui, text_ui};
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::number::{Allowed, Number};
use crate::ui::widgets::typing;

/// Shows the section.
pub(super) fn ui(page: &Page, ui: &mut Ui) {
    goal_ui(page, ui);
    range_ui(page, ui);
    section_ui(text::fields::UNIT, ui);
    let unit = Field::line(field_id(&page.selection, "unit"), text::fields::UNIT)
        .hint(text::fields::UNIT_HINT);
    if let Some((unit, touch)) = text_ui(page.context, unit, &page.criterion.unit, ui) {
        page.put(Part::Unit, Criterion { unit, ..page.criterion.clone() }, touch);
    }
    anchors_ui(page, ui);
    must_have_ui(page, ui);
    benchmark_ui(page, ui);
}

/// An end of a fixed range.
#[derive(Clone, Copy, Debug, Hash)]
enum End {
    From,
    To,
}

impl End {
    fn name(self) -> &'static str {
        match self {
            Self::From => text::fields::FROM,
            Self::To => text::fields::TO,
        }
    }

    fn read(self, (min, max): (f64, f64)) -> f64 {
        match self {
            Self::From => min,
            Self::To => max,
        }
    }

    fn put(self, (min, max): (f64, f64), number: f64) -> Range {
        match self {
            Self::From => Range::Fixed(number, max),
            Self::To => Range::Fixed(min, number),
        }
    }
}

fn goal_ui(page: &Page, ui: &mut Ui) {
    section_ui(text::fields::GOAL, ui);
    let goals = [Goal::Maximize, Goal::Minimize];
    let chosen = usize::from(page.criterion.goal == Goal::Minimize);
    let picked = choice_ui(
        text::fields::GOAL,
        &[text::scale::HIGH_IS_GOOD, text::scale::LOW_IS_GOOD],
        chosen,
        ui,
    );
    if let Some(goal) = picked.and_then(|place| goals.get(place).copied()) {
        page.put_now(Part::Goal, Criterion { goal, ..page.criterion.clone() }, ui);
    }
}

fn range_ui(page: &Page, ui: &mut Ui) {
    section_ui(text::fields::RANGE, ui);
    let is_observed = page.criterion.range == Range::Observed;
    if let Some(place) = choice_ui(
        text::fields::RANGE,
        &[text::fields::FIXED, text::fields::OBSERVED],
        usize::from(is_observed),
        ui,
    ) {
        let range = if place == 1 { Range::Observed } else { fixed(page) };
        page.put_now(Part::Range, Criterion { range, ..page.criterion.clone() }, ui);
    }
    let Range::Fixed(min, max) = page.criterion.range else {
        note_ui(text::fields::WORST_TO_BEST, ui);
        return;
    };
    ui.horizontal_top(|ui| {
        for end in [End::From, End::To] {
            ui.vertical(|ui| {
                ui.set_width(114.0);
                note_ui(end.name(), ui);
                let id = field_id(&page.selection, ("range", end));
                let field = Field::line(id, end.name()).wide(100.0);
                let with = |number: f64| {
                    let range = end.put((min, max), number);
                    Criterion { range, ..page.criterion.clone() }
                };
                let known = end.read((min, max));
                if let Some((number, touch)) = page.number_ui(field, known, &with, ui) {
                    page.put(Part::Range, with(number), touch);
                }
            });
        }
    });
}

/// A fixed range that holds every score that is open: 0 to 10 where that does.
fn fixed(page: &Page) -> Range {
    let scenario = page.context.session.scenario();
    let own = scenario.open_teams().flat_map(|team| team.judged().scores.cells());
    let scores = scenario
        .scores
        .cells()
        .chain(own)
        .filter(|(_, criterion, _)| **criterion == page.criterion.id);
    let numbers = scores.flat_map(|(_, _, score)| score.numbers());
    let (min, max) = numbers
        .fold((0.0, 10.0), |(min, max), number| (f64::min(min, number), f64::max(max, number)));
    Range::Fixed(min, max)
}

/// What scores mean, in words.
fn anchors_ui(page: &Page, ui: &mut Ui) {
    section_ui(text::fields::ANCHORS, ui);
    let labels = &page.criterion.labels;
    typing::follow_list(ui.ctx(), field_id(&page.selection, "anchor score"), labels.len());
    for (place, (at, meaning)) in labels.iter().enumerate() {
        let with = |anchor: (f64, String)| {
            let mut labels = labels.clone();
            labels.get_mut(place).into_iter().for_each(|kept| *kept = anchor.clone());
            Criterion { labels, ..page.criterion.clone() }
        };
        ui.horizontal_top(|ui| {
            let name = text::counts::numbered(text::fields::ANCHOR_SCORE, place + 1);
            let score = Field::line(field_id(&page.selection, "anchor score").with(place), &name)
                .wide(44.0);
            let at_number = |number: f64| with((number, meaning.clone()));
            if let Some((number, touch)) = page.number_ui(score, *at, &at_number, ui) {
                page.put(Part::Anchors, at_number(number), touch);
            }
            let name = text::counts::numbered(text::fields::ANCHOR_MEANING, place + 1);
            let words = Field::line(field_id(&page.selection, "anchor").with(place), &name)
                .wide(ui.available_width() - 34.0);
            if let Some((text, touch)) = text_ui(page.context, words, meaning, ui) {
                page.put(Part::Anchors, with((*at, text)), touch);
            }
            let remove = text::counts::numbered(text::inspector::REMOVE_ANCHOR, place + 1);
            if button::icon_ui(
                ui,
                field_id(&page.selection, "drop anchor").with(place),
                Icon::Close,
                &remove,
            )
            .clicked()
            {
                let mut labels = labels.clone();
                labels.remove(place);
                page.put_now(Part::Anchors, Criterion { labels, ..page.criterion.clone() }, ui);
            }
        });
    }
    if button::link_ui(
        ui,
        field_id(&page.selection, "add anchor"),
        text::fields::ADD_ANCHOR,
        Some(Icon::Plus),
    )
    .clicked()
    {
        let mut labels = labels.clone();
        labels.push((next_anchor(page), String::new()));
        page.put_now(Part::Anchors, Criterion { labels, ..page.criterion.clone() }, ui);
    }
}

/// The end of the range that has no anchor yet, the lower first; its middle when both have.
fn next_anchor(page: &Page) -> f64 {
    let (min, max) = ends(page);
    let is_free = |at: &f64| !page.criterion.labels.iter().any(|(known, _)| known == at);
    [min, max].into_iter().find(is_free).unwrap_or(f64::midpoint(min, max))
}

fn must_have_ui(page: &Page, ui: &mut Ui) {
    section_ui(text::fields::MUST_HAVE, ui);
    let (chosen, known) = match page.criterion.must_have {
        None => (0, None),
        Some(MustHave::AtLeast(least)) => (1, Some(least)),
        Some(MustHave::AtMost(most)) => (2, Some(most)),
    };
    let made = |place: usize, number: f64| match place {
        0 => None,
        1 => Some(MustHave::AtLeast(number)),
        _ => Some(MustHave::AtMost(number)),
    };
    if let Some(place) = choice_ui(
        text::fields::MUST_HAVE,
        &[text::fields::NO_MUST_HAVE, text::fields::AT_LEAST, text::fields::AT_MOST],
        chosen,
        ui,
    ) {
        // "At least the least" and "at most the greatest" rule nothing out until a number is typed.
        let number = known.unwrap_or_else(|| if place == 1 { ends(page).0 } else { ends(page).1 });
        page.put_now(
            Part::MustHave,
            Criterion { must_have: made(place, number), ..page.criterion.clone() },
            ui,
        );
    }
    if let Some(known) = known {
        let field =
            Field::line(field_id(&page.selection, "must have"), text::fields::MUST_HAVE_SCORE)
                .wide(100.0);
        let with =
            |number: f64| Criterion { must_have: made(chosen, number), ..page.criterion.clone() };
        if let Some((number, touch)) = page.number_ui(field, known, &with, ui) {
            page.put(Part::MustHave, with(number), touch);
        }
    }
}

/// The score from which on an option is told as having an advantage; empty: none.
fn benchmark_ui(page: &Page, ui: &mut Ui) {
    section_ui(text::fields::BENCHMARK, ui);
    let with = |benchmark: Option<f64>| Criterion { benchmark, ..page.criterion.clone() };
    let field = Field::line(field_id(&page.selection, "benchmark"), text::fields::BENCHMARK)
        .wide(100.0)
        .hint(text::fields::NO_VALUE);
    let effect = |typed: Option<f64>| Edit::ChangeCriterion(with(typed));
    let number = Number::new(page.criterion.benchmark, Allowed::ANY).tried(&effect);
    if let Some((typed, touch)) = optional_number_ui(page.context, field, number, ui) {
        page.put(Part::Benchmark, with(typed), touch);
    }
    note_ui(text::fields::BENCHMARK_NOTE, ui);
}

/// The ends of the fixed range; the usual ones where it is observed.
fn ends(page: &Page) -> (f64, f64) {
    match page.criterion.range {
        Range::Fixed(min, max) => (min, max),
        Range::Observed => (0.0, 10.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_is_typed_is_the_one_of_its_end() {
        assert_eq!(End::From.put((1.0, 9.0), 3.0), Range::Fixed(3.0, 9.0));
        assert_eq!(End::To.put((1.0, 9.0), 3.0), Range::Fixed(1.0, 3.0));
        assert_eq!([End::From, End::To].map(|end| end.read((1.0, 9.0))), [1.0, 9.0]);
    }
}
