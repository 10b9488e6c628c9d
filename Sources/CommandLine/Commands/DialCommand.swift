import Domain
import Services

/// Dials a number of one's own customer.
enum DialCommand {
  static let all = [CommandSpec("dial", [.required("CUSTOMER"), .optional("NUMBER")], run: dial)]

  /// In milliseconds: one that fails does so at once; one that stays as long as the call lasts goes on by itself.
  private static let patience = 1_000

  private static func dial(_ call: Invocation) throws -> Reply {
    let (id, number) = (try call.customer(), call.arguments.operand(1).map { $0.filter(\.isWholeNumber) })
    let session = try call.session()
    let dialled = try DialNumber(number, of: id).perform(
      by: session.actor.id, at: call.now, in: session.house)
    let program = call.context.environment.nonEmpty("TIDELINE_DIAL").map(DialProgram.init)
    let hasEnded = try program?.start(dialled.number.dialled).hasEnded(within: patience)
    return Reply(
      [
        "code": .text(dialled.customer.id.code), "number": .text(dialled.number.dialled),
        "tries": .integer(dialled.tries), "dialled": .bool(program != nil),
        "running": .bool(hasEnded == false),
      ],
      text: call.words(
        program == nil ? "dial.by_hand" : "dial.done",
        [
          "code": dialled.customer.id.code, "number": dialled.number.display,
          "tries": String(dialled.tries),
        ]))
  }
}
