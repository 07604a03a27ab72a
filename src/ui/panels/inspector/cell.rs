//! A cell: its score with the range of doubt, why, on what evidence, how good that is, what teams
//! score instead, and what it adds.

use egui::{Align, Align2, Layout, Sense, Ui, pos2, vec2};

use super::parts::{change, head_ui, named_text_ui, note_ui, rule_ui, section_ui};
use super::range_slider::{self, Ends};
use super::shown::Cell;
use super::{evidence, grade, otherwise};
use crate::look::{Hue, Mark, Role, TypeSize, Weight};
use crate::model::{Alternative, Criterion, Edit, Layer, OpenTeam, Score};
use crate::session::{ScoredCell, Selection};
use crate::text::{self as words, plain};
use crate::ui::panels::answer::{Shown, evaluation};
use crate::ui::theme::Theme;
use crate::ui::widgets::field::{Field, field_id, optional_number_ui};
use crate::ui::widgets::number::{self, Allowed};
use crate::ui::widgets::{button, mark, text};
use crate::ui::{Action, ViewContext};

/// Shows the page.
pub fn ui(context: ViewContext, option: &Alternative, criterion: &Criterion, ui: &mut Ui) {
    let scenario = context.session.scenario();
    let team = context.session.weighting.open_team(scenario);
    let own = team.filter(|team| team.own_cell(&option.id, &criterion.id).is_some());
    let written = scenario.cell_for(team, &option.id, &criterion.id);
    let without = written.and_then(|cell| scenario.counted(cell).without);
    let score = written.map(|cell| cell.counting(without));
    let selection = Selection::Cell(option.id.clone(), criterion.id.clone());
    let cell = Cell { context, option, criterion, own, written, score, without, selection };
    let below = words::charts::lettered(option.letter.as_str(), &option.name);
    head_ui(Some(Role::Criterion(Hue::of(criterion.hue.number()))), &criterion.name, &below, ui);
    if let Some(team) = own {
        note_ui(&words::inspector::own_score(&team.team().name), ui);
    }
    score_ui(&cell, ui);
    numbers_ui(&cell, ui);
    if let Some(without) = without.and_then(|id| scenario.assumption(id)) {
        note_ui(&words::assumptions::without(without.label()), ui);
    }
    if let Some(score) = &cell.score {
        rule_ui(ui);
        let reason = Field::paragraphs(field_id(&cell.selection, "reason"), words::fields::REASON)
            .hint(words::fields::REASON_HINT);
        if let Some((reason, touch)) = named_text_ui(context, reason, &score.reason, ui) {
            cell.set(words::fields::REASON, Some(Score { reason, ..score.clone() }), touch);
        }
        old_reason_ui(&cell, &cell.scored(), ui);
        evidence::ui(&cell, score, ui);
        rule_ui(ui);
        grade::ui(&cell, score, ui);
    }
    if let Some(written) = cell.written {
        rule_ui(ui);
        otherwise::ui(&cell, written, ui);
    }
    teams_ui(&cell, ui);
}

/// The score in large, what it is out of, and what it adds to the total.
fn score_ui(cell: &Cell, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::hover());
    let Some(score) = &cell.score else {
        let none = set(TypeSize::KeyNumber, Weight::Medium, Role::Ink2);
        text::line(
            ui.painter(),
            rect.left_center(),
            Align2::LEFT_CENTER,
            words::matrix::NOT_SCORED,
            none,
        );
        return;
    };
    let shown = plain(score.score);
    let size = if shown.chars().count() > 3 { TypeSize::Headline } else { TypeSize::Huge };
    let big = text::line(
        ui.painter(),
        rect.left_center(),
        Align2::LEFT_CENTER,
        &shown,
        set(size, Weight::SemiBold, Role::Ink),
    );
    let note = set(TypeSize::Note, Weight::Regular, Role::Ink2);
    let adds = added(cell);
    let room = rect.right() - big.right() - 10.0 - if adds.is_some() { 84.0 } else { 0.0 };
    for (line, words) in [(0.0, words::out_of(cell.criterion)), (19.0, range_words(score))] {
        let galley = text::layout(ui.painter(), &words, note, room, 1);
        text::place(ui.painter(), pos2(big.right() + 10.0, rect.top() + 3.0 + line), &galley);
    }
    if let Some((part, total)) = adds {
        text::line(
            ui.painter(),
            pos2(rect.right(), rect.top() + 12.0),
            Align2::RIGHT_CENTER,
            words::inspector::ADDS,
            note,
        );
        let of = text::line(
            ui.painter(),
            pos2(rect.right(), rect.top() + 31.0),
            Align2::RIGHT_CENTER,
            &words::inspector::of_total(&total),
            note,
        );
        let strong = set(TypeSize::Body, Weight::SemiBold, Role::Ink);
        text::line(
            ui.painter(),
            pos2(of.left() - 4.0, of.center().y),
            Align2::RIGHT_CENTER,
            &part,
            strong,
        );
    }
}

fn range_words(score: &Score) -> String {
    match (score.low, score.high) {
        (None, None) => String::new(),
        (low, high) => words::inspector::range(
            &plain(low.unwrap_or(score.score)),
            &plain(high.unwrap_or(score.score)),
        ),
    }
}

/// What the cell adds to its option's total, and that total; none where there is no total.
fn added(cell: &Cell) -> Option<(String, String)> {
    let Shown { scenario, evaluation } = evaluation(cell.context)?;
    let ranked = evaluation.ranking.ranked.iter().find(|ranked| {
        scenario.options.get(ranked.option).is_some_and(|o| o.id == cell.option.id)
    })?;
    let column =
        scenario.criteria.iter().position(|criterion| criterion.id == cell.criterion.id)?;
    let part = words::total_parts(&ranked.contributions).into_iter().nth(column)?;
    Some((part, words::total(ranked.total)))
}

/// The slider, and the three numbers for those who type.
fn numbers_ui(cell: &Cell, ui: &mut Ui) {
    let (min, max) = extent(cell);
    if let Some(score) = &cell.score {
        let (labels, scale) = (&cell.criterion.labels[..], cell.criterion.fixed_ends());
        let ends = Ends { min, max, labels, scale };
        if let Some((moved, touch)) = range_slider::ui(&cell.selection, ends, score, ui) {
            cell.set(words::fields::SCORE, Some(moved), touch);
        }
    }
    let known = cell.score.as_ref();
    ui.horizontal_top(|ui| {
        let numbers: &[Number] = if known.is_some() { &Number::ALL } else { &[Number::Score] };
        for number in numbers {
            ui.vertical(|ui| {
                ui.set_width(76.0);
                note_ui(number.name(), ui);
                let id = field_id(&cell.selection, ("number", number));
                let field = Field::line(id, number.name()).wide(60.0);
                let put = |typed| number.put(known, typed, cell.criterion.fixed_ends());
                let effect = |typed: Option<f64>| cell.edit(put(typed));
                let value = known.and_then(|score| number.read(score));
                let shown =
                    number::Number::new(value, Allowed::score(cell.criterion)).tried(&effect);
                if let Some((typed, touch)) = optional_number_ui(cell.context, field, shown, ui) {
                    cell.set(number.name(), put(typed), touch);
                }
            });
        }
    });
}

/// One of a score's numbers.
#[derive(Clone, Copy, Debug, Hash)]
enum Number {
    Score,
    Low,
    High,
}

impl Number {
    const ALL: [Self; 3] = [Self::Score, Self::Low, Self::High];

    fn name(self) -> &'static str {
        match self {
            Self::Score => words::fields::SCORE,
            Self::Low => words::fields::LOW,
            Self::High => words::fields::HIGH,
        }
    }

    fn read(self, score: &Score) -> Option<f64> {
        match self {
            Self::Score => Some(score.score),
            Self::Low => score.low,
            Self::High => score.high,
        }
    }

    /// The score with this number typed anew; an emptied score takes the cell out, and where there
    /// is none it has no ends.
    fn put(
        self,
        known: Option<&Score>,
        typed: Option<f64>,
        scale: Option<(f64, f64)>,
    ) -> Option<Score> {
        match (self, known) {
            (Self::Score, None) => typed.map(Score::exact),
            (Self::Score, Some(known)) => typed.map(|number| known.rescored(None, number, scale)),
            (Self::Low, known) => known.map(|known| Score { low: typed, ..known.clone() }),
            (Self::High, known) => known.map(|known| Score { high: typed, ..known.clone() }),
        }
    }
}

/// The ends of the slider: the fixed range, else the points', else those of the scores.
fn extent(cell: &Cell) -> (f64, f64) {
    let scenario = cell.context.session.scenario();
    if let Some(ends) = cell.criterion.fixed_ends() {
        return ends;
    }
    let scores = scenario.scores.rows().filter_map(|(_, row)| row.get(&cell.criterion.id));
    let numbers = scores.chain(cell.written).flat_map(Score::numbers);
    let (min, max) =
        numbers.fold((f64::MAX, f64::MIN), |(min, max), number| (min.min(number), max.max(number)));
    if min < max { (min, max) } else { (min.min(0.0), max.max(1.0)) }
}

/// What each team scores here in its own way; a number typed makes it its own, an emptied one lets
/// it follow the base again.
fn teams_ui(cell: &Cell, ui: &mut Ui) {
    let scenario = cell.context.session.scenario();
    if scenario.teams.is_empty() {
        return;
    }
    rule_ui(ui);
    section_ui(words::fields::TEAMS, ui);
    note_ui(words::inspector::OWN_SCORES_NOTE, ui);
    for team in scenario.open_teams() {
        team_ui(cell, team, ui);
    }
}

fn team_ui(cell: &Cell, open: OpenTeam, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let team = open.team();
    let scenario = cell.context.session.scenario();
    let own = open.own_cell(&cell.option.id, &cell.criterion.id);
    let own = own.map(|own| scenario.counted(own));
    ui.horizontal(|ui| {
        let (icon, _) = ui.allocate_exact_size(vec2(18.0, 28.0), Sense::hover());
        let shape = Mark::of(team.mark.number());
        mark::paint(ui.painter(), shape, icon.center(), 11.0, theme.colour(Role::Team(shape)));
        let name = words::inspector::team_score(team.label());
        let id = field_id(("team", team.id.as_str(), &cell.selection), "score");
        ui.allocate_ui_with_layout(
            vec2(ui.available_width() - 74.0, 28.0),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.set_width(ui.available_width());
                ui.add(egui::Label::new(team.label()).truncate());
            },
        );
        let base = scenario.score_for(None, &cell.option.id, &cell.criterion.id);
        let hint = base.map(|score| plain(score.score));
        let field = Field::line(id, &name).wide(52.0).hint(hint.as_deref().unwrap_or_default());
        let effect = |typed: Option<f64>| own_edit(cell, open, typed);
        let known = own.map(|score| score.score);
        let shown = number::Number::new(known, Allowed::score(cell.criterion)).tried(&effect);
        if let Some((typed, touch)) = optional_number_ui(cell.context, field, shown, ui) {
            let of = words::matrix::cell(cell.option.label(), cell.criterion.label());
            cell.context.queue.edit(own_edit(cell, open, typed), change(&name, &of), touch);
        }
    });
    if let Some(score) = own.filter(|score| !score.reason.is_empty()) {
        ui.indent(("reason", team.id.as_str()), |ui| {
            note_ui(score.reason, ui);
            // Where this team's score is the one that is shown, its reason is in the field above.
            if cell.own.is_none_or(|shown| shown.id() != open.id()) {
                old_reason_ui(cell, &cell.scored_in(Layer::Team(team.id.clone())), ui);
            }
        });
    }
}

/// That a reason was written for another score, and a button that says it holds of this one too.
fn old_reason_ui(cell: &Cell, of: &ScoredCell, ui: &mut Ui) {
    let Some(written_for) = cell.context.session.old_reasons().written_for(of) else { return };
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        let words = words::inspector::written_for(written_for, &cell.criterion.unit);
        ui.add(
            egui::Label::new(
                egui::RichText::new(words).small().color(theme.colour(Role::WarnText)),
            )
            .truncate(),
        );
        let id = field_id(of, "still holds");
        let still = button::link_ui(ui, id, words::inspector::STILL_HOLDS, None);
        if still.clicked() {
            cell.context.queue.push(Action::ConfirmReason(of.clone()));
        }
        still.on_hover_text(words::inspector::STILL_HOLDS_NOTE);
    });
}

/// What gives a team its own score, or lets it follow the base again.
fn own_edit(cell: &Cell, team: OpenTeam, typed: Option<f64>) -> Edit {
    let own = team.own_cell(&cell.option.id, &cell.criterion.id);
    let scenario = cell.context.session.scenario();
    let score = typed.map(|number| {
        let ends = cell.criterion.fixed_ends();
        own.map_or_else(
            || Score::exact(number),
            |own| own.rescored(scenario.counted(own).without, number, ends),
        )
    });
    let layer = Layer::Team(team.id().clone());
    Edit::SetScore(layer, cell.option.id.clone(), cell.criterion.id.clone(), score)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: Option<(f64, f64)> = Some((0.0, 10.0));

    #[test]
    fn a_number_that_is_typed_is_the_one_that_changes() {
        let known = Score { low: Some(2.0), high: Some(8.0), ..Score::exact(5.0) };
        for number in Number::ALL {
            let next = number.put(Some(&known), Some(4.0), SCALE).unwrap();
            assert_eq!(number.read(&next), Some(4.0), "{number:?}");
        }
        assert_eq!(
            Number::High.put(Some(&known), None, SCALE),
            Some(Score { high: None, ..known.clone() })
        );
        assert_eq!(Number::Score.put(Some(&known), None, SCALE), None, "an emptied score");
        assert_eq!(Number::Score.put(None, Some(3.0), SCALE), Some(Score::exact(3.0)));
        assert_eq!(Number::Low.put(None, Some(3.0), SCALE), None, "the end of no score");
    }
}
