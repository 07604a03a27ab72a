//! Where two teams differ: weights or facts, and the single steps that would end it.

use egui::{Id, Ui, WidgetInfo, vec2};

use super::page::{Page, TeamsPanel, note_ui};
use crate::analysis::{Step, Takes};
use crate::chart::parts::TeamMark;
use crate::chart::{Frame, split_bar, step_list};
use crate::evaluation::{Between, WeighedTeam, Weighting};
use crate::look::{Role, TypeSize};
use crate::model::{TeamId, Tree};
use crate::session::results::{BetweenOf, Found, Known};
use crate::text::{self, between as words};
use crate::ui::ViewContext;
use crate::ui::panels::answer::last_ui;
use crate::ui::panels::teams::turning::go_to;
use crate::ui::panels::title::{self, heading_ui};
use crate::ui::theme::Theme;
use crate::ui::widgets::{mark, scene};

/// Between the two choices.
const GAP: f32 = 8.0;
/// The chosen team's mark: how large it is, and how far in it stands.
const MARK: f32 = 11.0;
const MARK_AT: f32 = 17.0;
/// Keeps the room for the mark at the left of a name.
const ROOM: &str = "\u{200E}      ";

impl TeamsPanel {
    /// Of the teams that were chosen, the two last are asked where they differ.
    pub(super) fn note_shown(&mut self, context: ViewContext) {
        let Weighting::Team(team) = &context.session.weighting else { return };
        if self.shown.as_ref() != Some(team) {
            self.shown = Some(team.clone());
            if self.pair[1].as_ref() != Some(team) {
                self.pair = [self.pair[1].take(), Some(team.clone())];
            }
        }
    }

    /// The places of the two teams: those that were chosen as far as they count, else the first two
    /// whose first options differ, else the first two.
    fn pair_of(&self, teams: &[WeighedTeam]) -> Option<[usize; 2]> {
        let place = |id: &Option<TeamId>| {
            let id = id.as_ref()?;
            teams.iter().position(|team| team.result().team.id == *id)
        };
        let first = |place: usize| {
            let winners = teams.get(place).into_iter().flat_map(|team| team.ranking().winners());
            winners.map(|winner| winner.option).min()
        };
        let [a, b] = self.pair.each_ref().map(place);
        let beside = |own: usize| {
            let others = || (0..teams.len()).filter(move |other| *other != own);
            others().find(|other| first(*other) != first(own)).or_else(|| others().next())
        };
        match (a, b) {
            (Some(a), Some(b)) if a != b => Some([a, b]),
            (Some(one), _) | (None, Some(one)) => Some([one, beside(one)?]),
            (None, None) => {
                let one = (0..teams.len())
                    .find(|at| beside(*at).is_some_and(|it| first(it) != first(*at)));
                let one = one.unwrap_or(0);
                Some([one, beside(one)?])
            }
        }
    }

    pub(super) fn differ_ui(&mut self, page: Page, ui: &mut Ui) {
        title::ui(words::WEIGHTS_OR_FACTS, words::TWO_SPLIT, ui);
        let teams = &page.known.results.weighed;
        let Some(pair) = self.pair_of(teams) else {
            return note_ui(text::turns_on::NOTHING_TO_BRING, ui);
        };
        note_ui(words::WHERE_DIFFER, ui);
        let pair = self.choice_ui(page, pair, ui);
        let Some([a, b]) = pair
            .map(|at| teams.get(at))
            .into_iter()
            .collect::<Option<Vec<_>>>()
            .and_then(|found| <[&WeighedTeam; 2]>::try_from(found).ok())
        else {
            return;
        };
        let weighting = |team: &WeighedTeam| Weighting::Team(team.result().team.id.clone());
        let answer = page.context.session.ask(&BetweenOf(weighting(a), weighting(b)));
        let Some(known) = last_ui(&answer, ui) else { return };
        if let Some(found) = &known.0 {
            between_ui(page, &known, (found, [a, b]), ui);
        }
    }

    /// The two lists of teams; which two are chosen then.
    fn choice_ui(&mut self, page: Page, pair: [usize; 2], ui: &mut Ui) -> [usize; 2] {
        let teams = &page.known.results.weighed;
        let width = (ui.available_width() - GAP) / 2.0;
        let mut chosen = pair;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for side in [0, 1] {
                if let Some(picked) = list_ui(page, (side, pair[side]), width, ui) {
                    // Whoever is chosen on both sides changes places.
                    if picked == pair[1 - side] {
                        chosen[1 - side] = pair[side];
                    }
                    chosen[side] = picked;
                }
            }
        });
        if chosen != pair {
            let id = |at: usize| teams.get(at).map(|team| team.result().team.id.clone());
            self.pair = chosen.map(id);
        }
        ui.add_space(8.0);
        chosen
    }
}

/// The list of teams for a side, with the chosen one's mark, and what it puts first.
fn list_ui(page: Page, (side, chosen): (usize, usize), width: f32, ui: &mut Ui) -> Option<usize> {
    let (scenario, teams) = (page.scenario(), &page.known.results.weighed);
    let name = [words::FIRST_TEAM, words::SECOND_TEAM].get(side).copied().unwrap_or_default();
    let told = |team: &WeighedTeam| {
        let winners = team.ranking().winners().filter_map(|it| scenario.options.get(it.option));
        let letters: Vec<&str> = winners.map(|option| option.letter.as_str()).collect();
        words::picks(team.result().team.label(), &letters)
    };
    let team = teams.get(chosen)?;
    let mut picked = None;
    let list = egui::ComboBox::from_id_salt(("one of two teams", side))
        .selected_text(format!("{ROOM}{}", told(team)))
        .width(width)
        .truncate();
    let shown = list.show_ui(ui, |ui| {
        for (place, team) in teams.iter().enumerate() {
            if ui.selectable_label(place == chosen, told(team)).clicked() && place != chosen {
                picked = Some(place);
            }
        }
    });
    shown.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, name));
    let mark = TeamMark::of(scenario, &team.result().team.id).mark;
    let centre = shown.response.rect.left_center() + vec2(MARK_AT, 0.0);
    let colour = Theme::of(ui.ctx()).colour(Role::Team(mark));
    mark::paint(ui.painter(), mark, centre, MARK, colour);
    picked
}

fn between_ui(
    page: Page,
    known: &Known<Found<Between>>,
    (found, teams): (&Between, [&WeighedTeam; 2]),
    ui: &mut Ui,
) {
    let scenario = known.scenario();
    let frame = Frame::screen(ui.available_width(), page.context.measurer);
    match &found.parting {
        None => note_ui(words::NO_TWO_OPTIONS, ui),
        Some(parting) => match words::split(parting) {
            None => note_ui(words::NO_GAP, ui),
            Some(split) => {
                let bar = split_bar(frame, scenario, parting, &split);
                scene::ui(Id::unique("split"), &bar, ui);
                note_ui(&words::of_the_gap(scenario, parting), ui);
            }
        },
    }
    ui.add_space(8.0);
    let heading = words::steps_heading(scenario, found);
    heading_ui(&heading, TypeSize::Emphasis, ui);
    let tree = Tree::new(&scenario.groups, &scenario.criteria);
    let percents = teams.map(|team| text::percents(&tree, team.shares()).criteria);
    let names = teams.map(|team| team.result().team.label());
    let told = |step: &Step| {
        let own = [1 - step.side, step.side];
        let shares = own
            .map(|side| teams[side].shares().criteria.get(step.criterion).copied().unwrap_or(0.0));
        let percents = own.map(|side| percents[side].get(step.criterion).copied().unwrap_or(0));
        let shown = match step.takes {
            Takes::Share => text::compare::shares(shares, percents),
            Takes::Scores => [String::new(), String::new()],
        };
        (*step, words::step(scenario, step, names, &shown))
    };
    let steps: Vec<(Step, String)> = found.steps.iter().map(told).collect();
    if !steps.is_empty() && found.first_for_both.is_none() {
        let list = step_list(frame, scenario, found, &steps);
        go_to(page, scene::ui(Id::unique("steps"), &list, ui).clicked);
    }
}
