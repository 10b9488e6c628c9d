import TerminalKit

extension NotePane {
  static let keymap = Keymap<NotePane>([
    .save(help: "key.save_note", hint: "hint.save_note") { $0.save($1) },
    Binding([.tab], .switchHalf, help: "key.next_field", hint: "hint.next_field", priority: 20) {
      $0.moveFocus(by: 1, $1)
    },
    Binding([.backTab], .switchHalfBack, help: "key.previous_field") { $0.moveFocus(by: -1, $1) },
    .named([.control("j")], .down, help: "key.new_line", hint: "hint.new_line", priority: 30),
    Binding([.control("o")], .palette, help: "key.editor", hint: "hint.editor", priority: 40) {
      pane, context in
      if context.session.manner.isRestricted { return [.say(context.words["note.editor.restricted"])] }
      return pane.keepDraft + [.outside(.editOutside(pane.form.text.text))]
    },
    Binding([.control("r")], .phrases, help: "key.phrases", hint: "hint.phrases", priority: 27) { pane, _ in
      pane.offerPhrases()
    },
    .leave(help: "key.leave_note", hint: "hint.leave_note", priority: 25) { $0.leave($1) },
  ])
}
