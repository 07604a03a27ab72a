//! Orders of events that once went wrong.

use mizan::app::jobs::Fate;
use mizan::app::lifecycle::{Picked, Question};

use crate::world::{Move, World};

/// Runs the job that has waited longest, without a dialog of the system, and hears of its end.
fn ended() -> [Move; 2] {
    [Move::Run(0, Fate::Works, Picked::NoDialog), Move::Hear]
}

fn world(moves: impl IntoIterator<Item = Move>) -> World {
    let mut world = World::new();
    for what in moves {
        assert!(world.go(&what), "{what:?} has something to do");
    }
    world
}

fn asked(world: &World) -> Vec<&Question> {
    world.state.questions().iter().map(|(_, question)| question).collect()
}

fn text(world: &World, path: &str) -> String {
    world.file(path).expect("it is there").text
}

/// A new document, changed, whose path was typed: the save to it waits.
fn typed(path: &'static str) -> Vec<Move> {
    let mut moves = vec![Move::New, Move::Edit, Move::Save];
    moves.extend(ended());
    moves.push(Move::Type(path));
    moves
}

#[test]
fn a_second_save_before_the_first_came_upon_a_file_replaces_nothing_and_asks_once() {
    let mut moves = typed("a.ron");
    moves.extend([Move::Edit, Move::Save]);
    moves.extend(ended().into_iter().chain(ended()));
    let mut world = world(moves);
    assert!(matches!(asked(&world)[..], [Question::Replaces { .. }]), "{:?}", asked(&world));
    assert_eq!(text(&world, "a.ron"), "a.ron");
    assert!(world.go(&Move::Offered(0)));
    world.settle();
    assert!(text(&world, "a.ron").starts_with("edit"));
}

#[test]
fn a_second_save_to_a_path_where_the_first_found_nothing_asks_nothing() {
    let mut moves = typed("d.ron");
    moves.extend([Move::Edit, Move::Save]);
    let mut world = world(moves);
    world.settle();
    assert!(asked(&world).is_empty() && world.counts.marked == 2);
}

#[test]
fn a_file_spelled_in_two_ways_keeps_its_comments() {
    let mut moves = vec![Move::Open("b.ron")];
    moves.extend(ended());
    moves.extend([Move::Edit, Move::SaveAs]);
    moves.push(Move::Run(0, Fate::Works, Picked::Path("b.ron".into())));
    moves.push(Move::Hear);
    let mut world = world(moves);
    world.settle();
    assert!(text(&world, "b.ron").starts_with("edit"));
    assert_eq!(world.counts.kept, 1);
}

#[test]
fn comments_are_asked_about_once_though_the_first_save_runs_still() {
    let mut moves = vec![Move::Open("b.ron")];
    moves.extend(ended());
    moves.extend([Move::Edit, Move::Save, Move::Offered(0), Move::Edit, Move::Save]);
    let mut world = world(moves);
    assert!(asked(&world).is_empty(), "{:?}", asked(&world));
    world.settle();
    assert_eq!((world.counts.kept, world.counts.marked), (1, 2));
}

#[test]
fn a_read_that_never_ends_holds_up_no_save() {
    let mut moves = vec![Move::Open("a.ron")];
    moves.extend(ended());
    moves.extend([Move::Open("c.ron"), Move::Edit, Move::Save]);
    moves.extend([Move::Run(1, Fate::Works, Picked::NoDialog), Move::Hear]);
    let world = world(moves);
    assert_eq!(world.counts.marked, 1);
    assert!(text(&world, "a.ron").starts_with("edit"));
}

#[test]
fn a_file_that_is_written_while_it_is_read_is_read_anew() {
    let mut moves = vec![Move::Open("a.ron")];
    moves.extend(ended());
    moves.extend([Move::Edit, Move::Save]);
    moves.extend(ended());
    moves.extend([Move::SaveCopy, Move::Open("c.ron")]);
    // The read ends before the copy, and is heard of behind it.
    let path = || Picked::Path("c.ron".into());
    moves.extend([Move::Run(0, Fate::Works, path()), Move::Hear]);
    moves.extend([0, 0].map(|place| Move::Run(place, Fate::Works, Picked::NoDialog)));
    let mut world = world(moves);
    world.settle();
    assert!(text(&world, "c.ron").starts_with("edit"));
    assert_eq!(world.counts.opened, 2);
}

#[test]
fn comments_that_were_asked_about_are_kept_though_the_document_has_another_file_by_then() {
    let mut moves = vec![Move::Open("b.ron")];
    moves.extend(ended());
    moves.extend([Move::SaveAs, Move::Save]);
    moves.extend([Move::Run(0, Fate::Works, Picked::Path("a.ron".into())), Move::Hear]);
    moves.extend(ended());
    moves.push(Move::Offered(0));
    let mut world = world(moves);
    world.settle();
    assert_eq!((world.counts.kept, world.counts.marked), (1, 2));
}
