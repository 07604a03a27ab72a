//! What the window looks like, drawn by the software renderer: a few small pictures, and proof that
//! a change shows in them.
//!
//! `UPDATE_SNAPSHOTS=true tests/run.sh pictures` renews them; look at what changed.

use egui::{Theme, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use mizan::app::{App, Immediate, Services, Start};
use mizan::evaluation::Weighting;
use mizan::model::{Edit, Layer, NodeId, OptionId, Score};
use mizan::store;

/// The window on the warm-up, small, with one renderer on every machine.
fn window(theme: Theme, start: Start) -> Harness<'static, App> {
    assert!(
        std::env::var_os("VK_DRIVER_FILES").is_some(),
        "tests/run.sh names the software renderer; run the tests by it"
    );
    let services = Services::none(Immediate);
    let builder = Harness::builder()
        .with_size(Vec2::new(960.0, 520.0))
        .with_pixels_per_point(1.0)
        .with_theme(theme)
        .with_max_steps(12)
        .wgpu();
    let mut window = builder.build_eframe(|creation| App::new(&creation.egui_ctx, start, services));
    window.run();
    window
}

fn warm_up(theme: Theme) -> Harness<'static, App> {
    window(theme, Start::Preset(store::preset("workshop-venue").unwrap()))
}

#[test]
fn the_matrix_in_light() {
    warm_up(Theme::Light).snapshot("matrix-light");
}

/// The warm-up under the first team's weights, on a stage.
fn of_a_team(theme: Theme, stage: egui::Key) -> Harness<'static, App> {
    let mut window = warm_up(theme);
    let session = window.state_mut().session.as_mut().unwrap();
    session.weighting = Weighting::Team(session.scenario().teams[0].id.clone());
    window.key_press_modifiers(egui::Modifiers::COMMAND, stage);
    window.run();
    window
}

#[test]
fn a_teams_weights_in_dark() {
    of_a_team(Theme::Dark, egui::Key::Num3).snapshot("weights-dark");
}

#[test]
fn the_result_in_light() {
    of_a_team(Theme::Light, egui::Key::Num4).snapshot("result-light");
}

#[test]
fn the_teams_in_dark() {
    of_a_team(Theme::Dark, egui::Key::Num6).snapshot("teams-dark");
}

#[test]
fn how_firm_it_is_by_weight_in_light() {
    of_a_team(Theme::Light, egui::Key::Num5).snapshot("firm-weights-light");
}

#[test]
fn how_firm_it_is_by_score_in_dark() {
    let mut window = of_a_team(Theme::Dark, egui::Key::Num5);
    window.get_by_role_and_label(egui::accesskit::Role::RadioButton, "By score").click();
    window.run();
    window.snapshot("firm-scores-dark");
}

#[test]
fn two_teams_compared_in_light() {
    of_a_team(Theme::Light, egui::Key::Num7).snapshot("compare-light");
}

#[test]
fn the_first_page_in_light() {
    window(Theme::Light, Start::Choice).snapshot("start-light");
}

#[test]
fn a_cell_in_the_inspector_in_dark() {
    let mut window = warm_up(Theme::Dark);
    window
        .get_by_role_and_label(egui::accesskit::Role::GridCell, "Lakeside boathouse, Travel time")
        .click();
    window.run();
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::I);
    window.run();
    window.snapshot("inspector-dark");
}

#[test]
fn a_broken_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.ron");
    std::fs::write(&path, "(\n    format: 1,\n    title: “Smart quotes”,\n)\n").unwrap();
    window(Theme::Light, Start::File(path)).snapshot("broken-file");
}

#[test]
fn an_arabic_matrix_in_light() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("arabic.ron");
    std::fs::write(&path, include_str!("window/arabic.ron")).unwrap();
    let mut window = window(Theme::Light, Start::File(path));
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num2);
    window.run();
    window.snapshot("matrix-arabic");
}

#[test]
fn a_changed_score_shows_and_an_unchanged_window_is_drawn_alike() {
    let mut window = warm_up(Theme::Light);
    let before = window.render().unwrap();
    assert_eq!(before, window.render().unwrap());
    let session = window.state_mut().session.as_mut().unwrap();
    let (option, criterion) =
        (OptionId::new("boathouse").unwrap(), NodeId::new("atmosphere").unwrap());
    let gesture = session.begin_gesture();
    session
        .apply(
            &Edit::SetScore(Layer::Base, option, criterion, Some(Score::exact(0.0))),
            "a break",
            gesture,
        )
        .unwrap();
    window.run();
    assert_ne!(before, window.render().unwrap());
}
