import TerminalKit

/// The bindings panes share. A key means the same everywhere; each act has a key that passes an input method.
extension Binding {
  static var going: [Binding] {
    [named([.escape, "q"], .back, help: "key.back", hint: "hint.back", priority: 87)] + goingFromHere
  }

  static var goingFromHere: [Binding] {
    [
      named(["g", .control("g")], .go, help: "key.go", hint: "hint.go", priority: 80),
      named(["u", .control("u")], .undo, help: "key.undo", hint: "hint.undo", priority: 85),
      named(["?"], .help, help: "key.help"),
      named([":"], .palette, help: "key.palette"),
      named([.control("l")], .repaint, help: "key.repaint"),
    ]
  }

  /// `x` alone does nothing but say so: a slip never gives a customer away.
  static var notRelease: Binding {
    notHere(.explainRelease, ["x"], help: "key.not_release", because: "message.x_is_capital")
  }

  static func order(_ handler: @escaping Handler) -> Binding {
    Binding(["o", .control("o")], .order, help: "key.order", hint: "hint.order", priority: 89, handler)
  }

  /// - Parameter handler: given one step on or back.
  static func next(
    hint: String? = "hint.next", _ disabled: @escaping Reason,
    _ handler: @escaping @Sendable (inout State, Int, Context) -> [Effect]
  ) -> [Binding] {
    [
      Binding(["n", .control("n")], .next, help: "key.next", hint: hint, priority: 65, disabled: disabled) {
        handler(&$0, 1, $1)
      },
      Binding(["N"], .previous, help: "key.previous", disabled: disabled) { handler(&$0, -1, $1) },
    ]
  }

  static func request(_ disabled: @escaping Reason, _ handler: @escaping Handler) -> Binding {
    Binding(
      ["r", .control("r")], .request, help: "key.request", hint: "hint.request", priority: 40,
      disabled: disabled, handler)
  }

  static func dial(_ disabled: @escaping Reason, _ handler: @escaping Handler) -> Binding {
    Binding(
      ["d", .control("d")], .dial, help: "key.dial", hint: "hint.dial", priority: 10, disabled: disabled,
      handler)
  }

  static func copy(_ disabled: @escaping Reason, _ handler: @escaping Handler) -> Binding {
    Binding(
      ["y", .control("y")], .copy, help: "key.copy", hint: "hint.copy", priority: 88, disabled: disabled,
      handler)
  }

  static func open(_ disabled: @escaping Reason, _ handler: @escaping Handler) -> Binding {
    Binding(
      [.enter], .open, help: "key.open", hint: "hint.open", priority: 86, disabled: disabled, handler)
  }
}

// MARK: - On the customer a pane is about

extension Binding where State: Pane {
  /// What is done with the customer at the cursor.
  static func about(_ act: @escaping @Sendable (Subject) -> Effect) -> Handler {
    { pane, context in [pane.subject.map(act) ?? .say(context.words["message.no_customer"])] }
  }

  static func open(_ disabled: @escaping Reason) -> Binding {
    open(disabled) { $0.openCard($1) }
  }

  static func dial(_ disabled: @escaping Reason) -> Binding {
    dial(disabled) { pane, context in
      pane.subject.map { [.call(Call($0, at: context.now))] } ?? [.say(context.words["message.no_customer"])]
    }
  }

  static func copy(_ disabled: @escaping Reason) -> Binding {
    copy(disabled, about { .run(Job.copying($0.id)) })
  }

  static func write(_ disabled: @escaping Reason) -> Binding {
    Binding(
      ["w", .control("w")], .write, help: "key.write", hint: "hint.write", priority: 20, disabled: disabled,
      about { .open(NotePane($0)) })
  }

  static func callAgain(_ disabled: @escaping Reason) -> Binding {
    Binding(
      ["t", .control("t")], .callAgain, help: "key.call_again", hint: "hint.call_again", priority: 30,
      disabled: disabled
    ) { pane, context in
      pane.targets.isEmpty
        ? [.say(context.words["message.no_customer"])] : [.open(PlanPane(pane.targets))]
    }
  }

  static func edit(_ disabled: @escaping Reason, priority: Int = 88) -> Binding {
    Binding(
      ["e", .control("e")], .edit, help: "key.form", hint: "hint.form", priority: priority,
      disabled: disabled, about { .open(FormPane($0)) })
  }

  static func why(_ disabled: @escaping Reason) -> Binding {
    Binding(
      ["="], .why, help: "key.why", hint: "hint.why", priority: 45, disabled: disabled,
      about { .open(WhyPane($0)) })
  }

  /// A capital, as it moves what others work on; marked ones all in one act (R2.6).
  static func give(_ disabled: @escaping Reason) -> Binding {
    Binding(["T"], .give, help: "key.give", disabled: disabled) { pane, context in
      guard context.session.allows(.transfer) else { return [.say(context.words["palette.give.closed"])] }
      return pane.targets.isEmpty
        ? [.say(context.words["message.no_customer"])]
        : [.open(HandoverPane(.customers(pane.targets), context))]
    }
  }

  static func release(_ disabled: @escaping Reason) -> Binding {
    Binding(
      ["X", .control("x")], .release, help: "key.release", hint: "hint.release", priority: 58,
      disabled: disabled
    ) { pane, _ in [.showPrefix(.release(pane.targets))] }
  }
}

// MARK: - Forms

extension Binding where State: Pane {
  static func save(help: String, hint: String, _ handler: @escaping Handler) -> Binding {
    Binding([.enter], .open, help: help, hint: hint, priority: 10, handler)
  }

  /// Esc, and as everywhere Ctrl-C.
  static func leave(
    help: String, hint: String, priority: Int = 20, _ handler: @escaping Handler = { _, _ in [.close] }
  ) -> Binding {
    Binding([.escape], .back, help: help, hint: hint, priority: priority, handler)
  }

  /// From field to field.
  static func fields<ID>(_ form: WritableKeyPath<State, FormState<ID>> & Sendable) -> [Binding] {
    [
      Binding(
        [.tab, .down], .switchHalf, help: "key.next_field", hint: "hint.next_field", priority: 20,
        moving(form, by: 1)),
      Binding([.backTab, .up], .switchHalfBack, help: "key.previous_field", moving(form, by: -1)),
    ]
  }

  private static func moving<ID>(
    _ form: WritableKeyPath<State, FormState<ID>> & Sendable, by step: Int
  ) -> Handler {
    { pane, _ in
      pane[keyPath: form].moveFocus(by: step)
      return []
    }
  }
}
