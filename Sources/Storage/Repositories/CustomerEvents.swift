import Domain

extension Events {
  private static let acts = CustomerEvent.acts.map { "'\($0.rawValue)'" }.joined(separator: ",")

  /// What was changed of a customer itself, the newest first; its notes and holdings are kept for themselves.
  package func changes(of customer: CustomerID, limit: Int) throws -> [CustomerEvent] {
    let rows = try connection.query(
      """
      SELECT found.id, found.at, person.id, person.name, department.name, found.act,
        found.detail ->> '$.facts.text', found.detail ->> '$.facts.other', found.detail ->> '$.facts.judgement',
        change.key, change.value ->> '$.before', change.value ->> '$.after', found.detail ->> '$.facts.undone'
      FROM (
        SELECT * FROM event WHERE \(try ofCustomer(customer)) AND act IN (\(Events.acts))
          -- Of a merge the survivor tells; the record that is gone would say the same once more.
          AND NOT (act = 'merge' AND detail ->> '$.changes.state.after' IS 'void')
        ORDER BY id DESC LIMIT ?1) AS found
      LEFT JOIN json_each(found.detail, '$.changes') AS change
      LEFT JOIN person ON person.id = found.actor LEFT JOIN department ON department.id = person.department
      ORDER BY found.id DESC, change.id
      """, [limit, customer], row)
    return rows.reduce(into: []) { events, row in
      if events.last?.id != row.id {
        events.append(row)
      } else {
        events[events.count - 1].changes += row.changes
      }
    }
  }

  private func row(_ row: Row) -> CustomerEvent {
    let who = row.optionalID(2).map { Refusal.Holder(id: $0, name: row.text(3), department: row.text(4)) }
    let change = row.optionalText(9).map {
      FieldChange(field: $0, before: row.optionalText(10), after: row.optionalText(11))
    }
    return CustomerEvent(
      id: row.integer(0), at: row.instant(1), who: who, act: Act(rawValue: row.text(5)) ?? .change,
      text: row.optionalText(6) ?? "", other: row.optionalText(7).flatMap { CustomerID(codeOrID: $0) },
      judgement: row.optionalText(8).flatMap(Judgement.init(rawValue:)), isTakenBack: !row.isNull(12),
      changes: change.map { [$0] } ?? [])
  }
}
