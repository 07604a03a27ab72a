//! What fields remember from one frame to the next, for themselves and for each other: one value
//! in egui's memory, which nothing else reads or writes.

use egui::{Context, Id, IdMap};

/// What stands in a field while it has the focus, and what the document held when that was last
/// compared.
#[derive(Clone)]
pub(super) struct Draft {
    pub text: String,
    pub known: String,
}

/// The state of all fields. Only one has the focus, so that there is one draft.
#[derive(Clone, Default)]
struct Typing {
    draft: Option<(Id, Draft)>,
    /// The field whose text doesn't count yet.
    open: Option<Id>,
    /// The pass in which what is typed counts, for a command was given.
    ending: Option<u64>,
    /// By field: why its text was not taken when it was left.
    reasons: IdMap<String>,
    /// By what a list's fields have in common: of how many rows it was when it was last shown.
    lists: IdMap<usize>,
    /// Why a narrow field's text is not taken, until it is told across the page.
    untold: Option<String>,
}

fn with<T>(ctx: &Context, use_it: impl FnOnce(&mut Typing) -> T) -> T {
    ctx.data_mut(|data| use_it(data.get_temp_mut_or_default(Id::unique("typing"))))
}

/// Makes what is typed in a field count in this frame: a command is given.
pub fn end(ctx: &Context) {
    let pass = ctx.cumulative_pass_nr();
    with(ctx, |typing| typing.ending = Some(pass));
}

/// Whether what is typed counts in this frame.
pub(super) fn is_ending(ctx: &Context) -> bool {
    let pass = ctx.cumulative_pass_nr();
    with(ctx, |typing| typing.ending == Some(pass))
}

/// Whether something is typed in a field that doesn't count yet.
pub fn is_open(ctx: &Context) -> bool {
    let open = with(ctx, |typing| typing.open);
    // A field that is no longer shown had no frame in which to say that it is closed.
    open.is_some_and(|field| ctx.memory(|memory| memory.has_focus(field)))
}

/// A field holds something that doesn't count yet.
pub(super) fn open(ctx: &Context, field: Id) {
    with(ctx, |typing| typing.open = Some(field));
}

/// What a field holds counts, or it holds nothing new.
pub(super) fn close(ctx: &Context, field: Id) {
    with(ctx, |typing| typing.open = typing.open.filter(|open| *open != field));
}

/// The draft that a field left in the last frame.
pub(super) fn draft(ctx: &Context, field: Id) -> Option<Draft> {
    with(ctx, |typing| {
        let kept = typing.draft.as_ref().filter(|(id, _)| *id == field);
        kept.map(|(_, draft)| draft.clone())
    })
}

/// Keeps the draft of the field that has the focus.
pub(super) fn keep_draft(ctx: &Context, field: Id, draft: Draft) {
    with(ctx, |typing| typing.draft = Some((field, draft)));
}

/// A field without the focus follows the document.
pub(super) fn drop_draft(ctx: &Context, field: Id) {
    with(ctx, |typing| typing.draft.take_if(|(id, _)| *id == field));
}

/// Why a field's text was not taken when it was left.
pub(super) fn reason(ctx: &Context, field: Id) -> Option<String> {
    with(ctx, |typing| typing.reasons.get(&field).cloned())
}

pub(super) fn keep_reason(ctx: &Context, field: Id, reason: String) {
    with(ctx, |typing| typing.reasons.insert(field, reason));
}

pub(super) fn drop_reason(ctx: &Context, field: Id) {
    with(ctx, |typing| typing.reasons.remove(&field));
}

/// A list with a field in each row is shown, its id the list's `fields` with the row's place. Where
/// the list had another number of rows the fields stand for other things: why the texts in them
/// were not taken is forgotten.
pub fn follow_list(ctx: &Context, fields: Id, rows: usize) {
    with(ctx, |typing| {
        let before = typing.lists.insert(fields, rows).unwrap_or(rows);
        if before != rows {
            for place in 0..before.max(rows) {
                typing.reasons.remove(&fields.with(place));
            }
        }
    });
}

/// Leaves a reason to be told where there is more room.
pub(super) fn leave_untold(ctx: &Context, reason: String) {
    with(ctx, |typing| typing.untold = Some(reason));
}

/// Takes the reason that was left.
pub(super) fn take_untold(ctx: &Context) -> Option<String> {
    with(ctx, |typing| typing.untold.take())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft_of(text: &str) -> Draft {
        Draft { text: text.to_owned(), known: String::new() }
    }

    #[test]
    fn a_draft_is_its_fields_alone_and_only_that_field_drops_it() {
        let ctx = Context::default();
        let [first, second] = [Id::unique("first"), Id::unique("second")];
        keep_draft(&ctx, first, draft_of("12,"));
        assert!(draft(&ctx, second).is_none());
        drop_draft(&ctx, second);
        assert_eq!(draft(&ctx, first).unwrap().text, "12,");
        keep_draft(&ctx, second, draft_of("3"));
        assert!(draft(&ctx, first).is_none(), "the focus has moved on");
        drop_draft(&ctx, second);
        assert!(draft(&ctx, second).is_none());
    }

    #[test]
    fn what_ends_typing_holds_for_its_frame_only() {
        let ctx = Context::default();
        let mut seen = Vec::new();
        for frame in 0..2 {
            let mut shown = ctx.run_ui(egui::RawInput::default(), |ui| {
                if frame == 0 {
                    end(ui.ctx());
                }
                seen.push(is_ending(ui.ctx()));
            });
            shown.textures_delta.clear();
        }
        assert_eq!((seen.first(), seen.last()), (Some(&true), Some(&false)));
    }

    #[test]
    fn a_list_that_has_lost_a_row_forgets_why_its_texts_were_not_taken() {
        let ctx = Context::default();
        let [anchors, others] = [Id::unique("anchors"), Id::unique("others")];
        let told =
            |fields: Id| [0_usize, 1, 2].map(|place| reason(&ctx, fields.with(place)).is_some());
        follow_list(&ctx, anchors, 3);
        follow_list(&ctx, others, 3);
        for fields in [anchors, others] {
            keep_reason(&ctx, fields.with(1_usize), "no number".to_owned());
            keep_reason(&ctx, fields.with(2_usize), "no number".to_owned());
        }
        follow_list(&ctx, anchors, 3);
        assert_eq!(told(anchors), [false, true, true], "nothing has changed");
        follow_list(&ctx, anchors, 2);
        assert_eq!(told(anchors), [false; 3]);
        assert_eq!(told(others), [false, true, true], "another list's stay");
        follow_list(&ctx, anchors, 3);
        assert_eq!(told(anchors), [false; 3], "they don't come back with a new row");
    }

    #[test]
    fn a_field_that_is_gone_leaves_nothing_open() {
        let ctx = Context::default();
        let field = Id::unique("gone");
        open(&ctx, field);
        assert!(!is_open(&ctx), "it has no focus");
        ctx.memory_mut(|memory| memory.request_focus(field));
        assert!(is_open(&ctx));
        close(&ctx, Id::unique("other"));
        assert!(is_open(&ctx), "another field closes its own only");
        close(&ctx, field);
        assert!(!is_open(&ctx));
    }
}
