import Assets
import Domain
import Services

/// The telephone system's records, which the notes are held against (R8.7).
enum CallRecordCommands {
  static let all = [CommandSpec("callrecords import", [.required("FILE")], run: read)]

  private static func read(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let report = try ImportCallRecords(
      call.arguments.operand(0) ?? "", headings: CallRecordColumn.headings
    ).perform(by: session.actor.id, at: call.now, in: session.house)
    let refused = report.refusedRows.map(String.init).joined(separator: ", ")
    return Reply(
      [
        "read": .integer(report.read), "kept": .integer(report.kept), "known": .integer(report.known),
        "refused": .integer(report.refused),
        "refused_rows": .list(report.refusedRows.map { .integer($0) }),
        "from": call.time(report.span?.lowerBound), "to": call.time(report.span?.upperBound),
      ],
      text: call.words(
        "callrecords.done",
        ["read": String(report.read), "kept": String(report.kept), "known": String(report.known)])
        + (report.refused == 0
          ? ""
          : " " + call.words("callrecords.refused", ["count": String(report.refused), "rows": refused])))
  }
}
