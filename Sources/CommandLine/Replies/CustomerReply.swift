import Assets
import Domain
import Services

/// One customer, as whoever asks may see it (R10.1, R2.2).
struct CustomerReply {
  private let view: CustomerView
  private let call: Invocation

  init(_ view: CustomerView, _ call: Invocation) {
    self.view = view
    self.call = call
  }

  var reply: Reply {
    Reply(json, text: text)
  }

  private var json: [String: JSONOutput] {
    let customer = view.customer
    let due = view.standing?.effectiveDue
    var fields: [String: JSONOutput] = [
      "code": .text(customer.id.code), "id": .integer(Int(customer.id.value)), "name": .text(customer.name),
      "kind": .text(customer.kind.rawValue), "state": .text(customer.state.rawValue),
      "holder": view.holder.map(person) ?? .null, "address": .text(view.isWhole ? customer.address : nil),
      "place": .text(Place.short(ofAddress: customer.address)), "industry": .text(customer.industry),
      "intent": .text(customer.intent),
      "stage": .integer(customer.stage),
      "numbers": .list(view.numbers.map(number)),
      "due_at": call.time(due), "opens_at": call.time(customer.opensAt),
      "days_left": .integer(
        due.map { call.calendar.dueDay(of: $0) - call.calendar.day(of: call.now) }),
      "clocks": WhyReply(view, call).clocks, "contacts": .list(view.contacts.map(contact)),
      "remark": .text(view.isWhole ? customer.remark : nil), "source": .text(customer.source),
      "orders": .list(view.orders.map { .object(OrderReply(call).json($0)) }),
      "axis": OrderReply(call).json(view.axis),
      "timeline": .list(view.timeline.map(TimelineReply(call, view.policy).json)),
      "changes": .list(view.timeline.filter(\.isChange).map(TimelineReply(call, view.policy).json)),
      "missing": .list((view.incompleteness?.missing ?? []).map { .text($0.rawValue) }),
      "complete_by": call.time(view.incompleteness?.until), "av": av, "profile": profile,
      "tags": .list(view.tags.map { .text($0) }),
      "stages": .list(view.stageSteps.map(step)), "stage_days": stageDays,
      "tasks": .list(view.tasks.map { .object(TaskCommands.json($0, call)) }),
      "documents": .list(view.documents.map { .object(DocumentCommands.json($0, call)) }),
      "pair": .text(view.pair?.id.code), "helpers": .list(view.helpers.map { person($0.helper) }),
      "unprotected": unprotected,
      "applications": .list(view.applications.map { ApplicationReply($0, call).item.json }),
      "left_drafts": .list(
        view.leftDrafts.map {
          .object(["by": .text($0.by.name), "saved_at": call.time($0.savedAt), "text": .text($0.text)])
        }),
      "merged_codes": .list(view.mergedCodes.map { .text($0.code) }),
      "holders_before": .list(view.holdings.filter { $0.endedAt != nil }.map(holding)),
    ]
    fields.merge(call.json(customer.next)) { _, new in new }
    return fields
  }

  private var av: JSONOutput {
    var fields: [String: JSONOutput] = [
      "known": .integer(view.av.known(of: view.customer)), "of": .integer(AVInformation.parts),
    ]
    for field in AVField.allCases { fields[field.rawValue] = .text(view.av[field]) }
    return view.isWhole ? .object(fields) : .null
  }

  private var profile: JSONOutput {
    var fields: [String: JSONOutput] = [
      "levels": .integer(view.profile.levels), "of": .integer(ProfileField.levels.count),
      "known": .integer(view.profile.known),
      "missing": .list(view.profile.missing.map { .text($0.rawValue) }),
    ]
    for field in ProfileField.kept { fields[field.rawValue] = .text(view.profile[field]) }
    return view.isWhole ? .object(fields) : .null
  }

  /// Of each stage by its number.
  private var stageDays: JSONOutput {
    guard let days = view.stageDays(in: call.calendar, at: call.now) else { return .null }
    return .object(Dictionary(days.map { (String($0), .integer($1)) }) { first, _ in first })
  }

  private func step(_ step: StageStep) -> JSONOutput {
    .object([
      "stage": .integer(step.stage), "at": call.time(step.at), "who": .text(step.who?.name),
      "why": .text(view.isWhole ? step.why : nil),
    ])
  }

  private var unprotected: JSONOutput {
    switch view.unprotected.first {
    case .collision(let dispute):
      .object([
        "twin": .text(dispute.twin.code), "matched": .text(dispute.matched),
        "receipt": .text(dispute.receipt), "judge_by": call.time(dispute.judgeBy),
      ])
    case .wrongName(let grant):
      .object(["application": .integer(Int(grant.id.value)), "name": .text(grant.entry.name)])
    case .incomplete(let missing, let since):
      .object(["missing": .list(missing.map { .text($0.rawValue) }), "since": call.time(since)])
    case .appliedFor(let application):
      .object([
        "applied_for": .integer(Int(application.id.value)), "name": .text(application.entry.name),
        "answer_by": call.time(application.answerBy),
      ])
    case nil: .null
    }
  }

  /// What stays of a customer that is seen whole, beyond its name and numbers.
  private var facts: [String] {
    if !view.isWhole { return [] }
    let buyer = BuyerWording(call.words)
    var lines = [AVWording(call.words).line(view.av, of: view.customer), buyer.line(view.profile)]
    if !view.tags.isEmpty {
      lines.append(call.words("show.tags", ["tags": view.tags.joined(separator: ", ")]))
    }
    lines += DecisionTree(view.contacts).rows.map(buyer.line)
    if !view.stageSteps.isEmpty { lines.append(call.words("show.stages", ["text": flow])) }
    if !view.helpers.isEmpty {
      lines.append(
        call.words("show.helpers", ["names": view.helpers.map(\.helper.name).joined(separator: ", ")]))
    }
    if let pair = view.pair {
      lines.append(call.words("show.pair", ["code": pair.id.code, "name": pair.name]))
    }
    lines += view.unprotected.map { call.wording.text(of: $0, at: call.now) }
    if let open = view.incompleteness, open.until > call.now {
      lines.append(
        call.words(
          "show.missing",
          [
            "fields": call.wording.names(of: open.missing), "due": call.wording.due(open.until, at: call.now),
          ]))
    }
    if !view.mergedCodes.isEmpty {
      lines.append(
        call.words("show.merged", ["codes": view.mergedCodes.map(\.code).joined(separator: ", ")]))
    }
    return lines
  }

  /// `1 电话联系 > 3 电话跟进 11-05`
  private var flow: String {
    let now = call.now
    func title(_ stage: Int) -> String {
      let stages = view.policy.stages
      return stages.indices.contains(stage - 1) ? " " + call.wording.title(stages[stage - 1]) : ""
    }
    let steps = view.stageSteps.map {
      "\($0.stage)\(title($0.stage)) \(call.wording.moment($0.at, at: now))"
    }
    return (["1\(title(1))"] + steps).joined(separator: " > ")
  }

  private func person(_ holder: Refusal.Holder) -> JSONOutput {
    .object([
      "id": .integer(Int(holder.id.value)), "name": .text(holder.name),
      "department": .text(holder.department),
    ])
  }

  private func number(_ number: CustomerNumber) -> JSONOutput {
    .object([
      "use": .text(number.use.rawValue), "number": .text(view.isWhole ? number.display : number.masked),
      "dialled": .text(view.isWhole ? number.dialled : nil), "mark": .text(number.mark.rawValue),
    ])
  }

  private func contact(_ contact: Contact) -> JSONOutput {
    .object([
      "name": .text(contact.name), "title": .text(contact.title), "main": .bool(contact.isMain),
      "care": .bool(contact.isCare), "role": .text(contact.role?.rawValue),
      "superior": .text(contact.superior), "influences": .list(contact.influences.map { .text($0) }),
    ])
  }

  private func holding(_ holding: Holding) -> JSONOutput {
    .object([
      "name": .text(holding.holder.name), "department": .text(holding.holder.department),
      "way_in": .text(holding.wayIn.rawValue), "entered_at": call.time(holding.enteredAt),
      "ended_at": call.time(holding.endedAt), "reason": .text(holding.endReason?.code),
      "clocks": .list(holding.endReason.map(TimelineReply.clocks) ?? []),
    ])
  }

  private var text: String {
    let customer = view.customer
    let numbers = view.numbers.map { view.isWhole ? $0.display : $0.masked }.joined(separator: ", ")
    let holder = view.holder.map { "\($0.name) (\($0.department))" } ?? call.words["sea"]
    var lines = [
      "\(customer.id.code)  \(customer.name)  \(call.words["state.\(customer.state.rawValue)"])  \(holder)",
      "\(numbers)  \(view.isWhole ? customer.address : Place.short(ofAddress: customer.address))",
      call.words("show.intent", ["intent": customer.intent, "stage": String(customer.stage)]),
    ]
    if let next = customer.next { lines.append(call.wording.text(of: next, at: call.now)) }
    lines += facts
    if view.standing != nil { lines.append(WhyReply(view, call).reply.items.first?.text ?? "") }
    if let axis = view.axis { lines += OrderReply(call).lines(axis) }
    lines += view.timeline.map(TimelineReply(call, view.policy).text)
    return lines.joined(separator: "\n")
  }
}
