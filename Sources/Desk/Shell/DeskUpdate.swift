import Domain
import TerminalKit

extension DeskState {
  /// Takes an event; what it returns is to be done.
  package mutating func update(_ event: DeskEvent, at now: Instant) -> [Request] {
    self.now = now
    let requests = run(effects(of: event))
    top.settle(context)
    return requests
  }

  private mutating func effects(of event: DeskEvent) -> [Effect] {
    switch event {
    case .input(let input, let isFresh): return take(input, isFresh: isFresh)
    case .timer(let timer): return take(timer)
    case .resized(let size): frame = Frame(size: size)
    case .suspending: return keepDraft()
    case .resumed: return [.outside(.poll)]
    case .answered(let query, let result): return take(result, to: query)
    case .done(let deed, let result): return take(result, of: deed)
    case .reached(let result): return take(result)
    case .ticked(let next, let health):
      engine = health ?? engine
      return [.after(Int(max(next - now, 1)) * 1_000, .engine)]
    case .dialFailed(let reason): return [.say(context.words("call.dial_failed", ["reason": reason]))]
    case .edited(let text): return edited(text)
    }
    return []
  }

  /// Does what concerns the desk itself, and returns the rest, in order.
  mutating func run(_ effects: [Effect]) -> [Request] {
    effects.flatMap { run($0) }
  }

  private mutating func run(_ effect: Effect) -> [Request] {
    switch effect {
    case .say(let text): news = text
    case .unknownKey: news = context.words["message.unknown_key"]
    case .open(let pane):
      layers.append(pane)
      return run(top.appear(context))
    case .offer(let pane, let ground, let reason):
      guard isTop(ground) else { return [] }
      return run([.say(reason), .open(pane)])
    case .close: return close()
    case .closeAndGoOn: return close() + (layers.isEmpty ? run(top.perform(.next, context)) : [])
    case .goTo(let pane): return goTo(pane)
    case .showPrefix(let prefix): self.prefix = prefix
    case .sort(let digit): return run(top.sort(digit, context))
    case .perform(let command):
      if let reason = top.reason(against: command) { return run([.say(session.words[reason])]) }
      return run(perform(command, isFresh: true))
    case .choose(let digit): return run(top.choose(digit, context))
    case .filter(let text): return run(top.filter(by: text, context))
    case .findCaller(let number): return [.ask(findCaller(number))]
    case .call(let call): return begin(call)
    case .outside(let request): return [request]
    }
    return []
  }

  private func isTop(_ ground: Ground) -> Bool {
    switch ground {
    case .pane(let pane): layers.isEmpty && place == pane
    case .card(let id): (layers.last as? CustomerPane)?.id == id
    }
  }

  private mutating func close() -> [Request] {
    if let left = layers.popLast()?.subject { top.follow(left) }
    return run(top.appear(context))
  }

  private mutating func goTo(_ pane: PaneID) -> [Request] {
    if let reason = pane.closed(to: session) { return run([.say(session.words[reason])]) }
    layers = []
    call = nil
    place = pane
    return run(top.appear(context))
  }

  private mutating func begin(_ call: Call) -> [Request] {
    self.call = call
    news = ""
    return session.dialCommand == nil ? [] : [.dial(call.number.dialled)]
  }

  // MARK: time

  private mutating func take(_ timer: TimerName) -> [Effect] {
    switch timer {
    case .poll: [.outside(.poll), .after(DeskState.pollInterval, .poll)]
    case .minute: minute()
    case .engine: [.outside(.tick)]
    default: top.timer(timer, context)
    }
  }

  /// A new day makes other rows urgent; an appointment that is due is told once, with a beep (W32).
  private mutating func minute() -> [Effect] {
    let isNewDay = context.calendar.minuteOfDay(now) == 0
    return [.after(untilNextMinute, .minute)] + dueAppointments() + (isNewDay ? refresh() : [])
  }

  private mutating func dueAppointments() -> [Effect] {
    guard let library = bases[.library] as? LibraryPane, let row = library.appointment(at: now) else {
      return []
    }
    let text = context.words(
      "message.appointment", ["time": context.wording.clock(now), "customer": row.name])
    appointment = Appointment(customer: row.id, news: text)
    return [.say(text), .outside(.bell)]
  }

  // MARK: suspending and leaving

  /// The draft of what is being written, to be kept at once.
  package var unsavedDraft: Deed? {
    layers.compactMap { ($0 as? NotePane)?.draftDeed }.last
  }

  private func keepDraft() -> [Effect] {
    unsavedDraft.map { [.outside(.saveNow($0))] } ?? []
  }

  private mutating func edited(_ text: String?) -> [Effect] {
    guard let text else { return [.say(context.words["note.editor_failed"])] }
    guard var note = top as? NotePane else { return [] }
    let effects = note.takeEdited(text)
    top = note
    return effects
  }
}
