import Assets
import Domain
import Services

/// Orders, what they count by, and the service axis.
struct OrderReply {
  private let call: Invocation

  init(_ call: Invocation) {
    self.call = call
  }

  func json(_ order: Order) -> [String: JSONOutput] {
    [
      "id": .integer(Int(order.id.value)), "customer": .text(order.customer.code),
      "state": .text(order.state(at: call.now).rawValue), "amount": .text(order.amount.text),
      "contract_name": .text(order.contract.text), "submitted_at": call.time(order.submittedAt),
      "counts": .bool(order.counts(at: call.now)), "confirmed_on": .text(order.confirmedOn?.iso),
      "opened_on": .text(order.terms.last?.opensOn.iso), "expires_on": .text(order.terms.last?.expiresOn.iso),
      "terms": .list(
        order.terms.map {
          .object(["opened_on": .text($0.opensOn.iso), "expires_on": .text($0.expiresOn.iso)])
        }),
    ]
  }

  func json(_ view: OrderView) -> [String: JSONOutput] {
    var json = json(view.order)
    json["seller"] = .text(view.seller.name)
    json["department"] = .text(view.seller.department)
    json["seller_kind"] = .text(view.order.sellerKind.rawValue)
    json["stated"] = .bool(view.order.submittedAt < view.recordedAt)
    json["waits_until"] = call.time(
      view.order.state(at: call.now) == .submitted ? view.order.waitsUntil : nil)
    json["recorded_at"] = call.time(view.recordedAt)
    json["recorded_by"] = .text(view.recordedBy.name)
    json["void_reason"] = .text(view.voidReason)
    json["held_from"] = call.time(view.holding?.enteredAt)
    json["held_to"] = call.time(view.holding?.endedAt)
    json["payments"] = .list(view.payments.map(payment))
    json["paid"] = .text(view.balance.paid.text)
    json["rest"] = .text(view.balance.rest.text)
    json["rest_due"] = .text(view.balance.due?.iso)
    return json
  }

  private func payment(_ payment: Payment) -> JSONOutput {
    .object([
      "id": .integer(Int(payment.id.value)), "amount": .text(payment.amount.text),
      "paid_on": .text(payment.paidOn.iso), "rest_due": .text(payment.restDue?.iso),
      "void_reason": .text(payment.voidReason),
    ])
  }

  /// One that waits.
  func item(_ line: OrderQueue.Line) -> Reply.Item {
    var json = json(line.order)
    let due = line.due(in: call.calendar)
    json["step"] = .text(line.step.rawValue)
    json["name"] = .text(line.customerName)
    json["seller"] = .text(line.seller.name)
    json["department"] = .text(line.seller.department)
    json["rest"] = .text(line.balance.rest.text)
    json["due_at"] = call.time(due)
    json["old"] = .bool(line.isOld)
    return Reply.Item(
      json: .object(json),
      row: [
        String(line.id.value), call.words["orders.step.\(line.step.rawValue)"], line.customerName,
        line.order.amount.grouped, line.balance.rest.grouped, line.seller.name,
        [due.map { call.wording.due($0, at: call.now) }, line.isOld ? call.words["orders.old"] : nil]
          .compactMap { $0 }.joined(separator: " "),
      ])
  }

  /// `1  已开通  12,800.00  日东精密电子  何小满(三部)  2026-01-15 - 2027-01-14`
  func row(_ view: OrderView) -> [String] {
    let order = view.order
    let term = order.terms.last.map { "\($0.opensOn.iso) - \($0.expiresOn.iso)" }
    return [
      String(order.id.value), call.words["order.state.\(order.state(at: call.now).rawValue)"],
      order.amount.grouped,
      order.contract.text, "\(view.seller.name) (\(view.seller.department))",
      term ?? order.confirmedOn?.iso ?? call.wording.moment(order.submittedAt, at: call.now),
    ]
  }

  func reply(_ proof: OrderProof, _ policy: Policy) -> Reply {
    var json = json(proof.view)
    let events = proof.events.map { AuditReply.item($0, call, policy) }
    json["events"] = .list(events.map(\.json))
    json["holder"] = .text(proof.holder?.name)
    json["at"] = call.time(proof.view.order.submittedAt)
    return Reply(
      json,
      text: ([Reply.line(row(proof.view)), because(proof.view)] + events.map(\.text)).joined(separator: "\n"))
  }

  /// Why it counts, or does not (R8.6), and who typed it in.
  private func because(_ view: OrderView) -> String {
    let now = call.now
    let proof = call.wording.proof(
      of: view.order, seller: view.seller.name,
      holding: view.holding.map { ($0.enteredAt, $0.wayIn, $0.endedAt) }, voidReason: view.voidReason, at: now
    )
    let typed = call.words(
      "order.recorded",
      ["moment": call.wording.moment(view.recordedAt, at: now), "name": view.recordedBy.name])
    return [
      "\(proof) \(typed)",
      call.wording.line(of: view.payments, for: view.order, on: call.calendar.day(of: call.now)),
    ].compactMap { $0 }
      .joined(separator: "\n")
  }

  /// The service axis of a customer (R9.1); null without an order.
  func json(_ axis: AxisView?) -> JSONOutput {
    guard let axis else { return .null }
    return .object([
      "segment": .text(axis.segment.code), "month": .integer(axis.term == nil ? nil : axis.month),
      "opened_on": .text(axis.term?.opensOn.iso), "expires_on": .text(axis.term?.expiresOn.iso),
      "spans": .list(
        axis.spans.map {
          .object(["segment": .text($0.segment.code), "from": .text($0.from.iso), "to": .text($0.to.iso)])
        }),
    ])
  }

  /// Where the customer stands on the axis, and from when to when each segment lasts.
  func lines(_ axis: AxisView) -> [String] {
    let today = call.calendar.day(of: call.now)
    return [call.wording.axis(axis.segment, axis.term, month: axis.month, today: today)]
      + axis.spans.map { span in
        call.words(
          "axis.span",
          [
            "segment": call.words["axis.\(span.segment.code)"], "from": span.from.iso, "to": span.to.iso,
          ])
      }
  }
}
