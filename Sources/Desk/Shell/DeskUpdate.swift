import Domain
import TerminalKit

extension DeskState {
  /// Takes an event; what it returns is to be done.
  package mutating func update(_ event: DeskEvent, at now: Instant) -> [Request] {
    self.now = now
    let before = spoken
    let requests = run(effects(of: event)) + timeCall()
    _ = onTop {
      $0.settle($1)
      return []
    }
    speak(since: before)
    return requests
  }

  /// S65: where one is with its counts, the item of row 2 in force, and what the list is narrowed by. Nobody who hears the
  /// screen looks up there.
  private var spoken: [String] {
    guard session.manner.isPlain else { return [] }
    let context = context
    return [
      top.title(context), top.choices(context).first(where: \.isInForce)?.text ?? "",
      top.trailing(context).text,
    ]
  }

  /// What is different now, where nothing else is said.
  private mutating func speak(since before: [String]) {
    guard news.isEmpty || news == echo else { return }
    let changed = zip(spoken, before).filter { $0 != $1 && !$0.isEmpty }.map(\.0)
    guard !changed.isEmpty else { return }
    echo = News(changed.joined(separator: Chrome.plain.separator))
    news = echo
  }

  private mutating func effects(of event: DeskEvent) -> [Effect] {
    switch event {
    case .input(let input, let isFresh): return take(input, isFresh: isFresh)
    case .timer(let timer): return take(timer)
    case .resized(let size): frame = Frame(size: size, isPlain: session.manner.isPlain)
    case .suspending: return keepDraft()
    case .resumed: return [.outside(.poll)]
    case .replied(let reply): return reply.settle(&self)
    case .reached(let result): return take(result)
    case .ticked(let next, let health):
      engine = health ?? engine
      return [.after(Int(max(next - now, 1)) * 1_000, .engine)]
    case .dropped: call?.hasDroppedKeys = true
    case .dialFailed(let failure):
      return [.refuse(.error(context.wording.text(of: failure), context))]
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
    case .say(let text): news = News(text)
    case .refuse(let refusal): news = refusal
    case .unknownKey: news = News(context.words["message.unknown_key"])
    case .open(let pane):
      lay(pane)
      return appear()
    case .offer(let pane, let reason, let asker):
      guard asker == topAsker else { return [] }
      return run([.say(reason), .open(pane)])
    case .close: return close(topAsker, andGoOn: false)
    case .closeAndGoOn: return close(topAsker, andGoOn: true)
    case .takeOff(let asker, let goesOn): return close(asker, andGoOn: goesOn)
    case .goTo(let pane): return goTo(pane)
    case .showPrefix(let prefix): self.prefix = prefix
    case .sort(let digit): return run(onTop { $0.sort(digit, $1) })
    case .perform(let command, let subject):
      if let subject, top.subject?.id != subject.id {
        return run([.say(context.words("help.row_gone", ["customer": subject.name.cut(to: 30)]))])
      }
      if let reason = top.reason(against: command) { return run([refusal(because: reason)]) }
      return run(perform(command))
    case .choose(let digit): return run(onTop { $0.choose(digit, $1) })
    case .filter(let text): return run(onTop { $0.filter(by: text, $1) })
    case .findCaller(let number): return run(findCaller(number))
    case .call(let call): return run(begin(call))
    case .count(let own):
      let more = self.own.map { own.unseenAlerts - $0.unseenAlerts } ?? 0
      self.own = own
      return more > 0 && place != .alerts ? run([tellAnswers(among: more)]) : []
    case .refresh: return run(refresh())
    case .tell(let reply): return run(reply.settle(&self))
    case .run(let job): return [.run(job)]
    case .outside(let request): return [request]
    }
    return []
  }

  func refusal(because reason: Hindrance) -> Effect {
    .refuse(.refusal(reason.text(context.words), context))
  }

  /// What somebody was waiting for is said wherever he is, once it is there.
  private func tellAnswers(among count: Int) -> Effect {
    .run(
      Job(.alerts(newest: count)) { desk, _, result in
        guard case .success(let alerts) = result else { return [] }
        return alerts.compactMap { AlertWords(desk.context).news($0) }.first.map { [.say($0)] } ?? []
      })
  }

  private mutating func appear() -> [Request] {
    run(onTop { $0.appear($1) })
  }

  mutating func goOn() -> [Effect] {
    onTop { $0.goOn($1) }
  }

  private mutating func close(_ asker: Asker, andGoOn goesOn: Bool) -> [Request] {
    let isOnTop = asker == topAsker
    let parting = run(on(asker) { $0.disappear($1) })
    guard let left = takeOff(asker), isOnTop else { return parting }
    if let subject = left.subject { follow(subject) }
    return parting + appear() + (goesOn && (layers.isEmpty || top.takesTheNext) ? run(goOn()) : [])
  }

  private mutating func goTo(_ pane: PaneID) -> [Request] {
    if let reason = pane.closed(to: session) { return run([refusal(because: .key(reason))]) }
    let left = run(takeOffAll() + onTop { $0.disappear($1) })
    call = nil
    place = pane
    return left + run(onTop { $0.arrive($1) })
  }

  // MARK: time

  private mutating func take(_ timer: TimerName) -> [Effect] {
    switch timer {
    case .poll: [.outside(.poll), .after(DeskState.pollInterval, .poll)]
    case .minute: minute()
    case .call: callTimed()
    case .engine: [.outside(.tick)]
    default: onTop { $0.timer(timer, $1) }
    }
  }

  /// A new day makes other rows urgent; an appointment that is due is told once, with a beep (W32).
  private mutating func minute() -> [Effect] {
    let isNewDay = context.calendar.minuteOfDay(now) == 0
    return [.after(untilNextMinute, .minute)] + dueAppointments() + (isNewDay ? refresh() : [])
  }

  private mutating func dueAppointments() -> [Effect] {
    guard let row = library?.appointment(at: now) else { return [] }
    let text = context.words(
      "message.appointment", ["time": context.wording.clock(now), "customer": row.name])
    return [.say(text), .outside(.bell)]
  }

  // MARK: suspending and leaving

  /// What each pane still does when one leaves it by leaving the program (R5.6).
  package mutating func part() -> [Request] { run(takeOffAll() + onTop { $0.disappear($1) }) }

  /// The draft of what is being written, to be kept at once.
  package var unsavedDraft: KeepDraftErrand? {
    layers.compactMap { ($0.pane as? NotePane)?.unsaved }.last
  }

  private func keepDraft() -> [Effect] {
    unsavedDraft.map { [.outside(.saveNow($0))] } ?? []
  }

  private mutating func edited(_ result: Result<String, EditorProblem>) -> [Effect] {
    switch result {
    case .success(let text):
      return tell(topAsker) { (note: inout NotePane, context) in note.takeEdited(text, context) }
    case .failure(let problem): return [.refuse(.error(context.text(of: problem), context))]
    }
  }
}
