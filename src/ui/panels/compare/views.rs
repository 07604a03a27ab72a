//! What differs between two views: a row for each weight and score, by how much it is felt, with a
//! button for either side and what follows from it.

use egui::{Align2, Rect, RichText, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::listed::{Listed, Taking};
use super::taking::{follows_ui, line_ui, row_id, side_mark_ui};
use crate::evaluation::{Consequence, Difference, Weighting};
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{NodeId, Scenario};
use crate::session::results::{self, LISTED};
use crate::text::{self as words};
use crate::ui::panels::title::heading_ui;
use crate::ui::theme::{Theme, font_id};
use crate::ui::widgets::touch::new_touch;
use crate::ui::{Action, EditAction, Touch, ViewContext};

const ROW: f32 = 36.0;
const BAR: f32 = 12.0;
/// The longest bar, the room of its number, and the widest button.
const BAR_LENGTH: f32 = 62.0;
const NUMBER: f32 = 54.0;
const BUTTON: (f32, f32) = (140.0, 28.0);
/// How much of the width the subject has, and where each side's button begins.
const SUBJECT: f32 = 0.255;
const SIDES: [f32; 2] = [0.4, 0.7];

/// Shares closer than this are shown alike.
const SAME_SHARE: f64 = 1e-9;

/// One difference with how it is taken over.
struct Row<'a> {
    difference: &'a Difference,
    /// How much it is felt, in parts of a total, beside the most of any.
    size: f64,
    most: f64,
    takings: &'a [Option<results::Taking>; 2],
}

/// Shows the list in a width.
pub(super) fn ui(context: ViewContext, listed: Listed, width: f32, ui: &mut Ui) {
    let compared = listed.compared;
    if compared.differences.is_empty() {
        ui.label(words::compare::NO_DIFFERENCE);
        return;
    }
    title_ui(listed, width, ui);
    let count = compared.takings.len().min(LISTED);
    let (all, _) = ui.allocate_exact_size(vec2(width, ROW * count as f32), Sense::hover());
    let most = compared.sizes.iter().copied().fold(1e-9, f64::max);
    let sizes = compared.sizes.iter().copied().chain(std::iter::repeat(0.0));
    let rows = compared.differences.iter().zip(sizes).zip(&compared.takings);
    for (place, ((difference, size), takings)) in rows.enumerate().take(count) {
        let top = all.top() + ROW * place as f32;
        let area = Rect::from_min_size(pos2(all.left(), top), vec2(width, ROW));
        // The rows beside those in view too: Tab goes on into them.
        if ui.is_rect_visible(area.expand2(vec2(0.0, 2.0 * ROW))) {
            row_ui(context, listed, &Row { difference, size, most, takings }, area, ui);
        }
    }
    let more = compared.differences.len().saturating_sub(LISTED);
    if more > 0 {
        ui.label(words::counts::and_more(more));
    }
}

/// The heading, and what both agree on, which is held.
fn title_ui(listed: Listed, width: f32, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let note = |words: &str| RichText::new(words).small().color(theme.colour(Role::Ink3));
    ui.horizontal(|ui| {
        heading_ui(words::compare::TAKING_OVER, TypeSize::PanelTitle, ui);
        let held = listed.chart.held.as_str();
        let said = if held.is_empty() { words::compare::LARGEST_FIRST } else { held };
        let left = ui.min_rect().left();
        let place = Rect::from_min_max(
            pos2(ui.cursor().left(), ui.min_rect().top()),
            pos2(left + width, ui.min_rect().bottom()),
        );
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        let mut end = ui.new_child(egui::UiBuilder::new().max_rect(place).layout(layout));
        end.add(egui::Label::new(note(said)).truncate());
    });
}

fn row_ui(context: ViewContext, listed: Listed, row: &Row, area: Rect, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    ui.painter().hline(area.x_range(), area.bottom(), theme.stroke(size::RULE_STROKE, Role::Line));
    subject_ui(listed, row, area, ui);
    felt_ui(row, area, ui);
    for side in [0, 1] {
        let left = area.left() + area.width() * SIDES[side];
        let end =
            SIDES.get(side + 1).map_or(area.right(), |part| area.left() + area.width() * part);
        let place = Rect::from_min_max(pos2(left, area.top()), pos2(end - 8.0, area.bottom()));
        side_ui(context, listed, row, (side, place), ui);
    }
}

fn subject_ui(listed: Listed, row: &Row, area: Rect, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let subject = words::subject(listed.sides, row.difference);
    if let Some(hue) = hue_of(listed.sides.documents[0], row.difference) {
        let swatch =
            Rect::from_center_size(pos2(area.left() + 2.0, area.center().y), vec2(4.0, 22.0));
        ui.painter().rect_filled(swatch, 2.0, theme.colour(Role::Criterion(hue)));
    }
    let kind = words::compare::kind(row.difference);
    let note = font_id(TypeSize::Note, Weight::Regular);
    let kind = ui.painter().layout_no_wrap(kind.to_owned(), note, theme.colour(Role::Ink3));
    let left = area.left() + 16.0;
    let end = area.left() + area.width() * SUBJECT - kind.size().x - 8.0;
    let place = Rect::from_min_max(pos2(left, area.top()), pos2(end, area.bottom()));
    let font = font_id(TypeSize::Body, Weight::SemiBold);
    let said = line_ui(ui, place, RichText::new(&subject).font(font));
    let at = pos2(said.rect.right() + 8.0, area.center().y - kind.size().y / 2.0);
    said.on_hover_text(words::difference(listed.sides, row.difference));
    ui.painter().galley(at, kind, theme.colour(Role::Ink3));
}

fn hue_of(document: &Scenario, difference: &Difference) -> Option<Hue> {
    let (Difference::Share { criterion, .. }
    | Difference::Score { criterion, .. }
    | Difference::Ground { criterion, .. }) = difference
    else {
        return None;
    };
    Some(Hue::of(document.criterion(criterion)?.hue.number()))
}

/// How much a difference is felt: a bar, dark for a weight and outlined for a score, and its
/// number.
fn felt_ui(row: &Row, area: Rect, ui: &Ui) {
    let theme = Theme::of(ui.ctx());
    let left = area.left() + area.width() * SUBJECT + 8.0;
    let length = (row.size / row.most) as f32 * BAR_LENGTH;
    let bar = Rect::from_min_size(pos2(left, area.center().y - BAR / 2.0), vec2(length, BAR));
    match row.difference {
        Difference::Share { .. } => {
            ui.painter().rect_filled(bar, 0.0, theme.colour(Role::Ink2));
        }
        Difference::Score { .. } => {
            let stroke = theme.stroke(size::RULE_STROKE, Role::Control);
            ui.painter().rect(bar, 0.0, theme.colour(Role::Sunken), stroke, StrokeKind::Inside);
        }
        _ => return,
    }
    let at = pos2(left + BAR_LENGTH + NUMBER, area.center().y);
    let font = font_id(TypeSize::Body, Weight::SemiBold);
    let number = words::total(row.size);
    ui.painter().text(at, Align2::RIGHT_CENTER, number, font, theme.colour(Role::Ink));
}

/// A side's button, and what follows when it is pressed.
fn side_ui(
    context: ViewContext,
    listed: Listed,
    row: &Row,
    (side, place): (usize, Rect),
    ui: &mut Ui,
) {
    let Some(taking) = &row.takings[side] else {
        return none_ui(listed, row.difference, (side, place), ui);
    };
    let width = BUTTON.0.min(place.width() * 0.42);
    let button = Rect::from_center_size(
        pos2(place.left() + width / 2.0, place.center().y),
        vec2(width, BUTTON.1),
    );
    let takes = takes(listed, row.difference, taking, side);
    let follows = taking.follows.as_ref();
    let told = told(listed, row.difference, (side, &takes), follows);
    if pressed_ui(listed, row.difference, (side, button), (&takes, &told), ui) {
        let name = words::edits::taking_over(&words::difference(listed.sides, row.difference));
        let touch = new_touch(ui, row_id(row.difference).with(side));
        let edit = EditAction { edit: taking.edit.clone(), name, touch };
        context.queue.push(match row.difference {
            Difference::Share { .. } => Action::TakeShare(edit),
            _ => Action::Edit(edit),
        });
        if let Difference::Share { criterion, .. } = row.difference {
            hold(context, listed, (side, &takes), (criterion, touch));
        }
    }
    if let Some(follows) = follows {
        let place = place.with_min_x(button.right() + 12.0);
        follows_ui(ui, place, listed.sides.documents[side], follows);
    }
}

/// Holds the share that a side takes over with a touch, and says so.
fn hold(
    context: ViewContext,
    listed: Listed,
    (side, takes): (usize, &str),
    (criterion, touch): (&NodeId, Touch),
) {
    let Weighting::Team(team) = &listed.compared.sides[side].weighting else { return };
    context.queue.push(Action::Hold(team.clone(), criterion.clone(), touch));
    let name = listed.sides.documents[side].criterion(criterion);
    let name = name.map_or("", |criterion| criterion.label());
    let side = listed.sides.names[side];
    context.queue.push(Action::Tell(words::compare::locked(side, takes, name)));
}

/// Where a side can take nothing over; nothing of a file or a closed round, which aren't changed.
fn none_ui(listed: Listed, difference: &Difference, (side, place): (usize, Rect), ui: &mut Ui) {
    if !listed.compared.sides.get(side).is_some_and(|side| side.is_here) {
        return;
    }
    let is_mean = listed.compared.sides[side].weighting == Weighting::Mean;
    let said = match difference {
        Difference::Share { .. } if is_mean => words::compare::MEAN_FOLLOWS,
        _ => words::NOTHING,
    };
    let theme = Theme::of(ui.ctx());
    let font = font_id(TypeSize::Note, Weight::Regular);
    let said = RichText::new(said).font(font).color(theme.colour(Role::Ink3));
    line_ui(ui, place, said).on_hover_text(words::compare::NOT_TAKEN);
}

/// The button itself, the side's mark before its words. Whether it was pressed.
fn pressed_ui(
    listed: Listed,
    difference: &Difference,
    (side, place): (usize, Rect),
    (takes, told): (&str, &str),
    ui: &mut Ui,
) -> bool {
    let is_allowed = listed.taking == Taking::Allowed;
    let font = font_id(TypeSize::Body, Weight::SemiBold);
    // The mark of direction keeps the room for the side's mark at the left.
    let words = RichText::new(format!("\u{200E}     {takes}")).font(font);
    let id = row_id(difference).with(side);
    let response = ui
        .push_id(id, |ui| {
            let button = egui::Button::new(words).truncate().min_size(place.size());
            let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(place));
            inner.add_enabled(is_allowed, button)
        })
        .inner;
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, is_allowed, told));
    side_mark_ui(ui, place.left_center() + vec2(16.0, 0.0), &listed.chart.marks[side]);
    let is_mean = listed.compared.sides[side].weighting == Weighting::Mean;
    let note = match difference {
        Difference::Share { .. } => words::compare::TAKE_WEIGHT_NOTE,
        _ if is_mean => words::compare::TAKE_BASE_NOTE,
        _ => words::compare::TAKE_SCORE_NOTE,
    };
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.on_hover_text(note).clicked()
}

/// What a side takes.
fn takes(listed: Listed, difference: &Difference, taking: &results::Taking, side: usize) -> String {
    let what = match difference {
        Difference::Share { criterion, shares } => {
            let percents = listed.chart.percents.get(criterion).copied().unwrap_or_default();
            let shown = words::compare::shares(*shares, percents);
            // From the mean a team takes what the others give, towards which the mean moves then.
            let other = taking.share.filter(|it| (it - shares[1 - side]).abs() > SAME_SHARE);
            other.map_or_else(|| shown[1 - side].clone(), words::compare::share)
        }
        Difference::Score { scores, .. } => words::compare::scores(*scores)[1 - side].clone(),
        Difference::Ground { ground, .. } => return words::compare::takes_ground(ground),
        _ => return words::compare::TAKE_OVER.to_owned(),
    };
    words::compare::takes(&what)
}

/// The button for those who can't see where it stands.
fn told(
    listed: Listed,
    difference: &Difference,
    (side, takes): (usize, &str),
    follows: Option<&Consequence>,
) -> String {
    let follows = follows.map_or_else(String::new, |follows| {
        let first = words::compare::first(listed.sides.documents[side], &follows.first);
        format!("{} {first}", words::compare::follows(follows))
    });
    let subject = words::subject(listed.sides, difference);
    words::compare::side_takes(listed.sides.names[side], takes, &subject, &follows)
}
