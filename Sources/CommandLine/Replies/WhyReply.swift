import Assets
import Domain
import Services

/// Which clock rules, from which event, due when, what renews it, and what happens then (R4.14).
struct WhyReply {
  private let view: CustomerView
  private let call: Invocation
  private let now: Instant

  init(_ view: CustomerView, _ call: Invocation) {
    self.view = view
    self.call = call
    now = call.now
  }

  var reply: Reply {
    guard let standing = view.standing else { return withoutClock }
    var json = json(standing.ruling, due: standing.effectiveDue)
    json["code"] = .text(view.customer.id.code)
    json["then"] = .text("public_sea")
    json["warned_at"] = call.time(standing.firstWarning)
    json["clocks"] = clocks
    return Reply(json, text: text(standing))
  }

  /// All clocks, the ruling one first.
  var clocks: JSONOutput {
    guard let standing = view.standing else { return .list([]) }
    return .list(standing.deadlines.map { .object(json($0, due: $0.due)) })
  }

  private func json(_ deadline: Deadline, due: Instant) -> [String: JSONOutput] {
    [
      "clock": .text(deadline.clock.name), "started_at": call.time(deadline.start.at),
      "started_by": .text(startedBy(deadline.start.event)), "due_at": call.time(due),
      "days_left": .integer(daysLeft(due)), "renewed_by": .text(renewedBy(deadline.clock)),
    ]
  }

  private var withoutClock: Reply {
    Reply(
      [
        "code": .text(view.customer.id.code), "clock": .null, "started_at": .null, "started_by": .null,
        "due_at": .null, "days_left": .null, "renewed_by": .null, "then": .null, "clocks": .list([]),
        "axis": OrderReply(call).json(view.axis),
      ],
      text: ([call.words[view.customer.state == .signed ? "why.signed" : "why.no_clock"]]
        + (view.axis.map(OrderReply(call).lines) ?? [])).joined(separator: "\n"))
  }

  private func daysLeft(_ due: Instant) -> Int {
    call.calendar.dueDay(of: due) - call.calendar.day(of: now)
  }

  private func startedBy(_ event: ClockStart.Event) -> String {
    switch event {
    case .entry(let wayIn): wayIn.rawValue
    case .note: "note"
    case .visit: "visit"
    }
  }

  /// Nothing renews a clock that runs once.
  private func renewedBy(_ clock: ClockRule) -> String? {
    clock.repeats && clock.watches != .signing ? clock.watches.rawValue : nil
  }

  private func text(_ standing: Standing) -> String {
    standing.deadlines.enumerated().map { index, deadline in
      let due = index == 0 ? standing.effectiveDue : deadline.due
      return call.words(
        index == 0 ? "why.ruling" : "why.other",
        [
          "clock": call.wording.title(deadline.clock.title), "length": deadline.clock.length.text,
          "start": call.wording.date(
            call.calendar.day(of: deadline.start.at), today: call.calendar.day(of: now)),
          "event": startWord(deadline.start.event), "due": call.wording.due(due, at: now),
          "days": String(daysLeft(due)), "renewal": renewal(deadline.clock),
        ])
    }.joined(separator: "\n")
  }

  private func startWord(_ event: ClockStart.Event) -> String {
    if case .entry(let wayIn) = event { return call.words["way_in.\(wayIn.rawValue)"] }
    return call.words["why.\(startedBy(event))"]
  }

  private func renewal(_ clock: ClockRule) -> String {
    renewedBy(clock).map { call.words("why.renewed_by", ["event": call.words["watches.\($0)"]]) }
      ?? call.words["why.not_renewed"]
  }
}
