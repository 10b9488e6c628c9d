import Assets
import Domain
import Services

/// What happened to a customer, in words.
struct TimelineWords {
  private let view: CustomerView
  private let context: Context

  init(_ view: CustomerView, _ context: Context) {
    self.view = view
    self.context = context
  }

  /// `10-12 接通 周谷雨`
  func headline(of entry: TimelineEntry) -> String {
    let who = entry.who?.name ?? context.words["system"]
    return "\(ClockWords(context).date(entry.at)) \(what(entry)) \(who)"
  }

  /// The act in a word or two.
  func what(_ entry: TimelineEntry) -> String {
    switch entry.kind {
    case .note(let note): outcome(note)
    case .migrated: context.words["timeline.migrated"]
    case .cameIn(let wayIn): context.words["way_in.\(wayIn.rawValue)"]
    case .ended(.flowedBack): context.words["end.flowed_back"]
    case .ended(.released): context.words["end.released"]
    case .ended(.merged): context.words["end.merged"]
    case .ended(.transferred): context.words["end.transferred"]
    case .ended(.handedOver): context.words["end.handed_over"]
    case .ended(.pairSigned): context.words["end.pair_signed"]
    case .ended(.lost): context.words["end.lost"]
    case .ended(let reason): context.words["end.\(reason.code)"]
    case .warned: context.words["timeline.warned"]
    case .changed(let event): EventWording(context.wording, at: context.now).act(event)
    case .order: context.words["timeline.order"]
    }
  }

  /// How it came about: a note by its kind, everything else by itself.
  func kind(_ entry: TimelineEntry) -> String {
    guard case .note(let note) = entry.kind else { return what(entry) }
    return view.policy.notes.kinds[note.kind].map { context.wording.title($0) } ?? note.kind.rawValue
  }

  /// What is to be said of it beyond its kind.
  func text(of entry: TimelineEntry) -> String {
    switch entry.kind {
    case .note(let note): note.saying
    case .migrated(let history): context.wording.dates(of: history)
    case .cameIn(let wayIn): cameIn(wayIn, entry.who?.department ?? "")
    case .ended(let reason): why(reason)
    case .order(let order): context.wording.line(of: order, at: context.now)
    case .warned(let warning):
      context.words(
        "timeline.warning", ["clock": title(ofClock: warning.clock), "days": String(warning.level)])
    case .changed(let event): EventWording(context.wording, at: context.now).text(of: event).oneLine
    }
  }

  private func cameIn(_ wayIn: WayIn, _ department: String) -> String {
    wayIn == .picked ? context.words("timeline.to_library", ["department": department]) : department
  }

  /// In a list: a note with its outcome before the text.
  func line(of entry: TimelineEntry) -> String {
    guard case .note(let note) = entry.kind else { return text(of: entry) }
    let taken = note.takenBackAt == nil ? "" : context.words["timeline.taken_back"] + " "
    let met = note.met.isEmpty ? "" : " \(note.met)"
    let said = note.saying.isEmpty ? "" : ": \(note.saying.oneLine)"
    return taken + outcome(note) + met + said
  }

  /// Everything of it, for where there is room.
  func whole(_ entry: TimelineEntry) -> String {
    guard case .note(let note) = entry.kind else { return text(of: entry) }
    var parts = [note.saying.oneLine]
    if let end = note.endedAt {
      parts.append("\(context.wording.clock(note.contactAt))-\(context.wording.clock(end))")
    }
    if !note.place.isEmpty { parts.append(context.words("timeline.place", ["place": note.place])) }
    if let next = note.next { parts.append(context.wording.text(of: next, at: context.now)) }
    if let intent = note.intent { parts.append(context.words("timeline.intent", ["intent": intent])) }
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// How a holding ended.
  func end(_ reason: EndReason) -> String {
    switch reason {
    case .flowedBack: "\(context.words["end.flowed_back"]): \(why(reason))"
    case .released: "\(context.words["end.released"]): \(why(reason))"
    case .lost: "\(context.words["end.lost"]): \(why(reason))"
    case .merged: context.words["end.merged"]
    case .transferred: context.words["end.transferred"]
    case .handedOver: context.words["end.handed_over"]
    case .pairSigned: context.words["end.pair_signed"]
    case .voided, .deactivated: context.words["end.\(reason.code)"]
    }
  }

  private func why(_ reason: EndReason) -> String {
    switch reason {
    case .flowedBack(let clocks): clocks.map(title(ofClock:)).joined(separator: ", ")
    case .released(let reason):
      view.policy.releaseReasons[reason].map { context.wording.title($0) } ?? reason.rawValue
    case .lost(let reason): context.words["lost_reason.\(reason.rawValue)"]
    case .merged, .transferred, .handedOver, .pairSigned, .voided, .deactivated: ""
    }
  }

  private func outcome(_ note: RecordedNote) -> String {
    view.policy.notes.outcome(note.outcome).map { context.wording.title($0.title) } ?? note.outcome.rawValue
  }

  private func title(ofClock name: String) -> String {
    view.policy.clock(name).map { context.wording.title($0.title) } ?? name
  }
}
