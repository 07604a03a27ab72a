//! Random interleavings.

use mizan::app::jobs::Fate;
use mizan::app::lifecycle::{Answer, Picked};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::world::{Counts, Move, World};

const CASES: u32 = 40_000;
/// How often each thing happens at least in all of them.
const OFTEN: usize = 200;

fn path() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        4 => Just("a.ron"),
        2 => Just("b.ron"),
        2 => Just("c.ron"),
        2 => Just("d.ron"),
        1 => Just("gone.ron"),
    ]
}

fn file() -> impl Strategy<Value = &'static str> {
    prop_oneof![2 => Just("a.ron"), 4 => Just("b.ron"), 4 => Just("c.ron"), 1 => Just("gone.ron")]
}

fn picked() -> impl Strategy<Value = Picked> {
    prop_oneof![
        5 => path().prop_map(|path| Picked::Path(path.into())),
        1 => Just(Picked::Cancelled),
        3 => Just(Picked::NoDialog),
    ]
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        12 => Just(Fate::Works),
        1 => Just(Fate::PanicsAtFirst),
        1 => Just(Fate::PanicsAtLast),
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        Just(Answer::Save),
        Just(Answer::Discard),
        Just(Answer::Wait),
        Just(Answer::DontWait),
        Just(Answer::Replace),
        Just(Answer::Compare),
        Just(Answer::Reload),
        Just(Answer::Close),
        path().prop_map(|path| Answer::Path(path.to_owned())),
    ]
}

fn one_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        10 => Just(Move::Edit),
        2 => Just(Move::Undo),
        8 => Just(Move::Save),
        2 => Just(Move::SaveAs),
        2 => Just(Move::SaveCopy),
        2 => Just(Move::Compare),
        2 => Just(Move::New),
        1 => Just(Move::Preset),
        5 => file().prop_map(Move::Open),
        2 => Just(Move::Choose),
        2 => Just(Move::FirstPage),
        2 => Just(Move::Quit),
        9 => (0..3_usize).prop_map(Move::Offered),
        2 => Just(Move::Close),
        4 => path().prop_map(Move::Type),
        3 => (any::<prop::sample::Index>(), answer())
            .prop_map(|(place, answer)| Move::Stray(place.index(64), answer)),
        18 => (prop_oneof![4 => Just(0), 1 => 1..4_usize], fate(), picked())
            .prop_map(|(place, fate, picked)| Move::Run(place, fate, picked)),
        16 => Just(Move::Hear),
        3 => file().prop_map(Move::Meddle),
        3 => Just(Move::Look),
        1 => Just(Move::Reload),
        1 => Just(Move::KeepMine),
        1 => Just(Move::Break),
    ]
}

#[test]
fn whatever_happens_in_whatever_order_nothing_is_lost_and_nothing_waits_for_ever() {
    crate::quiet_panics();
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..Config::default()
    };
    let total = std::cell::RefCell::new(Counts::default());
    let mut runner = TestRunner::new(config);
    let walks = prop::collection::vec(one_move(), 1..60);
    runner
        .run(&walks, |moves| {
            let mut world = World::new();
            for what in &moves {
                world.go(what);
            }
            world.settle();
            total.borrow_mut().add(world.counts);
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
    let total = total.into_inner();
    let least = total.least();
    assert!(least > OFTEN, "each thing happens often enough: {total:?}");
}
