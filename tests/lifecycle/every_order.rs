//! Every order of a few events, up to a length.

use mizan::app::jobs::Fate;
use mizan::app::lifecycle::Picked;

use crate::world::{Move, World};

/// How many moves are made in every order, after those that open a document.
const LENGTH: usize = 6;

fn moves() -> Vec<Move> {
    let run = |place, fate| Move::Run(place, fate, Picked::Path("d.ron".into()));
    vec![
        Move::Edit,
        Move::Save,
        Move::SaveCopy,
        Move::Open("b.ron"),
        Move::New,
        Move::Quit,
        Move::Offered(0),
        Move::Offered(1),
        Move::Close,
        run(0, Fate::Works),
        run(0, Fate::PanicsAtLast),
        run(1, Fate::Works),
        Move::Hear,
        Move::Meddle("a.ron"),
    ]
}

/// A world with a document of a file, after some moves; none where one of them has nothing to do.
fn after(walk: &[&Move]) -> Option<World> {
    let mut world = World::new();
    for what in [&Move::Open("a.ron"), &Move::Run(0, Fate::Works, Picked::NoDialog), &Move::Hear] {
        assert!(world.go(what));
    }
    walk.iter().all(|what| world.go(what)).then_some(world)
}

fn walk<'a>(moves: &'a [Move], so_far: &mut Vec<&'a Move>, walked: &mut usize) {
    let Some(mut world) = after(so_far) else { return };
    *walked += 1;
    let is_closed = world.is_closed;
    world.settle();
    if is_closed || so_far.len() == LENGTH {
        return;
    }
    for what in moves {
        so_far.push(what);
        walk(moves, so_far, walked);
        so_far.pop();
    }
}

#[test]
fn in_every_order_of_a_few_events_nothing_is_lost_and_nothing_waits_for_ever() {
    crate::quiet_panics();
    let mut walked = 0;
    walk(&moves(), &mut Vec::new(), &mut walked);
    assert!(walked > 50_000, "{walked} walks");
}
