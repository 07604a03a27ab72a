//! What a decision of several teams turns on, and what would bring them together, as a person reads
//! it in a terminal.

use super::table::{Column, table, wrapped};
use super::teams_found::Found;
use crate::analysis::{Point, Step, Takes};
use crate::evaluation::{MendedOption, WeighedTeam};
use crate::model::{Scenario, TeamId, Tree};
use crate::text::{self, between as lies, command_line, then_and_now, turns_on as words};

/// So many disagreements a terminal shows.
const MOST: usize = 5;

/// Everything below the teams' rankings: paragraphs and tables, each ended by an empty line.
pub fn shown(scenario: &Scenario, found: &Found) -> String {
    let parts = [
        between(scenario, found),
        crux(scenario, found),
        regret(scenario, found),
        roads(scenario, found),
        mends(scenario, found),
        gut(scenario, found),
        rounds(scenario, found),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).map(|part| format!("\n{part}")).collect()
}

fn titled(title: &str, body: &str) -> String {
    format!("{}\n{body}", wrapped(title))
}

fn option(scenario: &Scenario, index: usize) -> String {
    scenario.options.get(index).map_or_else(String::new, |it| it.label().to_owned())
}

fn name(team: &WeighedTeam) -> String {
    team.result().team.label().to_owned()
}

/// A team's shares in whole per cents.
fn percents(scenario: &Scenario, team: &WeighedTeam) -> Vec<u32> {
    let tree = Tree::new(&scenario.groups, &scenario.criteria);
    text::percents(&tree, team.shares()).criteria
}

fn crux(scenario: &Scenario, found: &Found) -> String {
    let teams = &found.turns_on.teams;
    let felt = found.turns_on.crux.iter().filter(|crux| words::is_felt(crux)).take(MOST);
    let row = |crux: &crate::analysis::Crux| {
        let percent = |end: usize| match crux.point {
            Point::Share(criterion) => teams
                .get(crux.ends[end].team)
                .and_then(|team| percents(scenario, team).get(criterion).copied())
                .unwrap_or(0),
            Point::Score(..) => 0,
        };
        let ends = words::crux_ends(crux, [percent(0), percent(1)]);
        let of = |end: usize| teams.get(crux.ends[end].team).map(name).unwrap_or_default();
        let told = [0, 1].map(|end| text::charts::valued(&of(end), &ends[end]));
        let [from, to] = told;
        vec![words::crux_name(scenario, crux), from, to, text::total(crux.moves)]
    };
    let rows: Vec<Vec<String>> = felt.map(row).collect();
    if teams.len() < 2 {
        return String::new();
    }
    if rows.is_empty() {
        return wrapped(words::NOTHING_MOVES) + "\n";
    }
    let columns = [
        Column::left(words::TURNS_ON),
        Column::left(command_line::FROM),
        Column::left(command_line::TO),
        Column::right(command_line::MOVES),
    ];
    table(&columns, &rows)
}

fn regret(scenario: &Scenario, found: &Found) -> String {
    let Some(regret) = &found.turns_on.regret else { return String::new() };
    let mut rows: Vec<(f64, Vec<String>)> = regret
        .options
        .iter()
        .zip(&regret.worst)
        .enumerate()
        .map(|(place, (index, worst))| {
            let teams = found.turns_on.teams.iter().zip(&regret.losses);
            let losses = teams.map(|(team, losses)| {
                let loss = losses.get(place).copied().unwrap_or(0.0);
                text::charts::valued(team.result().team.label(), &text::total(loss))
            });
            let told = losses.collect::<Vec<_>>().join(", ");
            (*worst, vec![option(scenario, *index), text::total(*worst), told])
        })
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let rows: Vec<Vec<String>> = rows.into_iter().map(|(_, row)| row).collect();
    let columns = [
        Column::left(words::LOSSES),
        Column::right(words::WORST),
        Column::broken(words::LOSSES_NOTE),
    ];
    format!("{}{}\n", table(&columns, &rows), wrapped(&words::least_worst(scenario, regret)))
}

fn roads(scenario: &Scenario, found: &Found) -> String {
    let all = &found.turns_on;
    let Some((road, way)) = all.roads.iter().find_map(|it| Some((it, it.way.as_ref()?))) else {
        return String::new();
    };
    let moving = all.teams.iter().zip(&way.teams).filter(|(_, way)| !way.changes.is_empty());
    let lines: Vec<String> = moving
        .map(|(team, way)| wrapped(&words::team_moves(scenario, team.result().team.label(), way)))
        .collect();
    let to = text::charts::valued(words::ROAD, &option(scenario, road.option));
    let note =
        if lines.is_empty() { words::FIRST_ALREADY.to_owned() } else { words::road_note(way) };
    let others = words::other_roads(scenario, all, road.option).map(|told| wrapped(&told) + "\n");
    let lines: String = lines.into_iter().map(|line| line + "\n").collect();
    format!("{}\n{lines}{}", wrapped(&format!("{to}, {note}")), others.unwrap_or_default())
}

fn mends(scenario: &Scenario, found: &Found) -> String {
    let all = &found.turns_on;
    if all.mends.is_empty() || all.teams.len() < 2 {
        return String::new();
    }
    let row = |mended: &MendedOption| {
        let told = |mend: Option<&crate::evaluation::Mend>| match mend {
            Some(mend) => words::change_in_words(scenario, mend),
            None => words::unmended(scenario, &all.teams, mended.option),
        };
        vec![
            option(scenario, mended.option),
            told(mended.freely.as_ref()),
            told(mended.inside.as_ref()),
        ]
    };
    let columns = [
        Column::left(words::MEND),
        Column::broken(words::LEAST_CHANGE),
        Column::broken(words::INSIDE),
    ];
    table(&columns, &all.mends.iter().map(row).collect::<Vec<_>>())
}

fn between(scenario: &Scenario, found: &Found) -> String {
    let Some((pair, between)) = &found.between else { return String::new() };
    let name =
        |id: &TeamId| scenario.team(id).map_or_else(String::new, |team| team.label().to_owned());
    let names = pair.each_ref().map(name);
    let names = names.each_ref().map(String::as_str);
    let gap = match &between.parting {
        None => lies::NO_TWO_OPTIONS.to_owned(),
        Some(parting) => match lies::split(parting) {
            None => lies::NO_GAP.to_owned(),
            Some(split) => lies::split_sentence(scenario, parting, &split) + ".",
        },
    };
    let listed = between.steps.iter().filter(|_| between.first_for_both.is_none());
    let steps: String = listed
        .map(|step| {
            let told = lies::step(scenario, step, names, &shares(found, pair, step));
            let whole = lies::step_sentence(scenario, between, &told, step.winner);
            wrapped(&text::counts::listed(&whole)) + "\n"
        })
        .collect();
    let heading = lies::steps_heading(scenario, between);
    let title = text::compare::two(names);
    format!("{}{}\n{steps}", titled(&title, &(wrapped(&gap) + "\n")), wrapped(&heading))
}

/// The new and the old share of a step's taker, as they are shown.
fn shares(found: &Found, pair: &[TeamId; 2], step: &Step) -> [String; 2] {
    let of = |side: usize| {
        let id = pair.get(side);
        let mut teams = found.results.teams.iter();
        let team = teams.find(|result| Some(&result.team.id) == id);
        let shares = team.map(|result| &result.evaluation.shares.criteria);
        shares.and_then(|shares| shares.get(step.criterion)).copied().unwrap_or(0.0)
    };
    match step.takes {
        Takes::Share => text::compare::shares([1 - step.side, step.side].map(of), [0, 0]),
        Takes::Scores => [String::new(), String::new()],
    }
}

fn gut(scenario: &Scenario, found: &Found) -> String {
    if found.gut.is_empty() {
        return String::new();
    }
    let lines: String = found
        .gut
        .iter()
        .map(|gut| wrapped(&then_and_now::gut_team(scenario, gut)) + "\n")
        .collect();
    titled(&then_and_now::gut_heading(scenario, &found.gut), &lines)
}

fn rounds(scenario: &Scenario, found: &Found) -> String {
    let of_round = |round: &crate::evaluation::RoundMove| {
        let lines: String = round
            .teams
            .iter()
            .map(|team| wrapped(&then_and_now::team_move(scenario, round, team)) + "\n")
            .collect();
        titled(&then_and_now::rounds_heading(round), &lines)
    };
    found.rounds.iter().map(of_round).collect::<Vec<_>>().join("\n")
}
