import Domain
import TerminalKit

extension DeskState {
  /// Keys go to whoever waits for them: a text being typed, a prefix, a call, the pane, the desk.
  mutating func take(_ input: InputEvent, isFresh: Bool) -> [Effect] {
    if frame.isTooSmall { return input == .key(.control("c")) ? [.outside(.quit)] : [] }
    caller = nil
    if top.isTyping && prefix == nil {
      news = ""
      if input == .key(Key(.function(1))) || input == .key(.control("_")) { return perform(.help) }
      if input == .key(.control("l")) { return [.outside(.repaint)] }
      if let effects = takeCaller(input) { return effects }
      return type(input)
    }
    var effects: [Effect] = []
    for command in CommandInput.commands(in: input) {
      // Each key sees what the one before it did.
      let next = command.typed.flatMap { top.isTyping && prefix == nil ? type($0) : nil }
      effects.append(
        contentsOf: run(next ?? take(command, pasted: input, isFresh: isFresh)).map(Effect.outside))
    }
    return effects
  }

  /// Nothing that was typed or pasted is lost unsaid.
  private mutating func type(_ input: InputEvent) -> [Effect] {
    // W8, M48: where something is chosen and nothing typed, neither a Chinese text nor a paste has a place.
    if top.editing == nil {
      if case .paste = input { return take(paste: input) }
      if CommandInput.commands(in: input) == [.han] { return [.say(context.words["message.input_method"])] }
    }
    let before = top.editing?.loss ?? EditBuffer.Loss()
    let effects = onTop { $0.type(input, $1) }
    guard input.isText, let field = top.editing, field.loss != before else { return effects }
    return effects + [lost(of: field, before)]
  }

  private func lost(of field: EditBuffer, _ before: EditBuffer.Loss) -> Effect {
    let left = field.loss.characters - before.characters
    if left > 0 {
      let text = context.words(
        field.allowsNewlines ? "message.text_full" : "message.field_full",
        ["count": String(left), "limit": String(field.limit)])
      return .refuse(.refusal(text, context))
    }
    return .say(context.words("message.marks_left_out", ["count": String(field.loss.marks - before.marks)]))
  }

  private mutating func take(_ command: CommandInput, pasted: InputEvent, isFresh: Bool) -> [Effect] {
    switch command {
    case .han: return [.say(context.words["message.input_method"])]
    case .paste: return take(paste: pasted)
    case .key(let key):
      if key != "q" { isLeaving = false }
      return take(key, isFresh: isFresh)
    }
  }

  /// A number is looked up; anything else is not taken where nothing is typed.
  private func take(paste input: InputEvent) -> [Effect] {
    guard case .paste(let text) = input else { return [] }
    let lines = text.split(whereSeparator: \.isNewline)
    if lines.count == 1, String(lines[0]).looksLikeNumber { return [.findCaller(String(lines[0]))] }
    let canWrite = if case .command(.write) = top.meaning(of: "w") { true } else { false }
    return [
      .say(
        context.words(
          canWrite ? "message.paste" : "message.paste.not_here", ["lines": String(max(lines.count, 1))]))
    ]
  }

  private mutating func take(_ key: Key, isFresh: Bool) -> [Effect] {
    if let offer {
      self.offer = nil
      if key == .enter { return [.open(NotePane(offer))] }
      if key == .escape { return [] }
    }
    if let effects = takePrefixed(key, isFresh: isFresh) { return effects }
    if key == .escape || key == .control("c") { return escape(by: key) }
    if let digit = key.digit, call != nil || digit != 0 { return choose(digit) }
    switch top.meaning(of: key) {
    case .command(let command): return perform(command)
    case .disabled(let reason): return [refusal(because: reason)]
    case .nothing:
      guard top.stepsAside else { return [.unknownKey] }
      return run([.close]).map(Effect.outside) + take(key, isFresh: isFresh)
    }
  }

  // MARK: prefixes

  /// Nil where no prefix waits, or where the key is none of its digits: then the prefix is over and the key counts.
  private mutating func takePrefixed(_ key: Key, isFresh: Bool) -> [Effect]? {
    guard let prefix else { return nil }
    self.prefix = nil
    if key == .escape || key == .control("c") { return [] }
    if case .go = prefix, key == "g" { return perform(.first) }
    if let asked = prefix.asked {
      if key != "Y" { return [.say(context.words[asked.otherwise])] }
      return isFresh ? asked.effects : [.say(context.words["message.too_fast"])]
    }
    guard let digit = key.digit else { return nil }
    if prefix.isLoss && !isFresh { return [.say(context.words["message.too_fast"])] }
    return prefix.effects(of: digit, context) ?? [.unknownKey]
  }

  // MARK: digits

  private mutating func choose(_ digit: Int) -> [Effect] {
    (news, hasActed) = ("", true)
    if call == nil { return onTop { $0.choose(digit, $1) } }
    return Outcomes.rule(of: digit, context.policy).map { answer($0) } ?? [.unknownKey]
  }

  // MARK: commands

  mutating func perform(_ command: Command) -> [Effect] {
    if command == .write, let call, !call.isSaving { return write(about: call) }
    let ended = endCall(for: command)
    let effects = act(command)
    guard let ended, !effects.contains(where: \.isNews) else { return effects }
    return effects + [.say(ended)]
  }

  private mutating func act(_ command: Command) -> [Effect] {
    if !command.keepsNews { (news, hasActed) = ("", true) }
    if command.writes, let away {
      return [.refuse(away.news(context))]
    }
    switch command {
    case .back: return escape(by: "q")
    case .go: return [.showPrefix(.go)]
    case .help: return [.open(HelpPane(over: top, named: name(ofTop: context), context))]
    case .palette: return [.open(HelpPane(over: top, named: name(ofTop: context), query: ":", context))]
    case .repaint: return [.outside(.repaint)]
    case .undo: return takeBack()
    default: return onTop { $0.perform(command, $1) }
    }
  }

  private func name(ofTop context: Context) -> String {
    layers.isEmpty ? context.words[place.title] : top.title(context)
  }

  /// One level up: what is open in the pane, the call, the pane itself; at home, twice leaves.
  private mutating func escape(by key: Key) -> [Effect] {
    var isTaken = false
    let effects = onTop { pane, context in
      let effects = pane.escape(context)
      isTaken = effects != nil
      return effects ?? []
    }
    if isTaken { return effects }
    news = ""
    if let ended = endCall(for: .back) { return [.say(ended)] }
    if !layers.isEmpty { return [.close] }
    if place != home { return [.goTo(home)] }
    if key == "q" { return leave() }
    return [.say(unmarked() ?? context.words["message.at_home"])]
  }

  /// Nil where nothing was marked.
  private mutating func unmarked() -> String? {
    var count = 0
    _ = onTop { pane, _ in
      count = pane.unmarkAll()
      return []
    }
    return count == 0 ? nil : context.words("message.unmarked", ["count": String(count)])
  }

  private mutating func leave() -> [Effect] {
    if isLeaving { return [.outside(.quit)] }
    isLeaving = true
    return [.say(context.words["message.leave"])]
  }

  /// What was typed before its outcome is seen is dropped: a key pressed twice does not do both.
  private mutating func takeBack() -> [Effect] {
    guard let undo else { return [.say(context.words["message.nothing_to_undo"])] }
    if let reason = undo.reasonAgainstNext { return [refusal(because: .key(reason))] }
    if undo.isOnItsWay { return [] }
    self.undo?.isOnItsWay = true
    return [.run(undo.job), .outside(.discardTypeAhead)]
  }
}

extension Prefix {
  /// Its digit gives something away.
  var isLoss: Bool {
    if case .release = self { return true }
    return false
  }
}
