import Assets
import Domain
import Services

/// What a candidate policy would do (R4.15).
struct SimulationReply {
  private let call: Invocation

  init(_ call: Invocation) {
    self.call = call
  }

  func reply(_ simulation: PolicySimulation, of policy: Policy) -> Reply {
    let lines = [
      call.words("simulate.held", ["name": policy.name, "held": String(simulation.held)]),
      line("simulate.tonight", simulation.tonight), line("simulate.week", simulation.inSevenDays),
    ]
    let holders = simulation.inSevenDays.byHolder.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Reply(
      [
        "policy": .text(policy.name), "held": .integer(simulation.held),
        "tonight": json(simulation.tonight, simulation),
        "in_7_days": json(simulation.inSevenDays, simulation),
      ],
      text: (lines + holders.map { "  \($0.value)\t\(simulation.names[$0.key]?.name ?? "")" })
        .joined(separator: "\n"))
  }

  private func line(_ key: String, _ span: PolicySimulation.Span) -> String {
    call.words(
      key,
      [
        "candidate": String(span.candidate), "today": String(span.today),
        "appointments": String(span.withAppointment),
      ])
  }

  private func json(_ span: PolicySimulation.Span, _ simulation: PolicySimulation) -> JSONOutput {
    .object([
      "candidate": .integer(span.candidate), "in_force": .integer(span.today),
      "with_appointment": .integer(span.withAppointment),
      "by_holder": .list(
        span.byHolder.sorted { $0.key < $1.key }.map { holder, count in
          .object([
            "name": .text(simulation.names[holder]?.name),
            "department": .text(simulation.names[holder]?.department), "count": .integer(count),
          ])
        }),
    ])
  }
}
