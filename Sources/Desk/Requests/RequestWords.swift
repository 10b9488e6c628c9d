import Domain
import Services

/// A request and its answer in words.
struct RequestWords {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  /// `延期 5天`
  func kind(_ request: AskedRequest) -> String {
    let name = context.words["request.\(request.kind.rawValue)"]
    guard request.kind == .extension else { return name }
    return "\(name) \(context.words("days_left", ["days": String(request.days)]))"
  }

  /// When it was asked, why, and by when it is answered.
  func asked(_ request: AskedRequest) -> String {
    let reason = request.reason.oneLine
    return context.words(
      "approvals.footer",
      [
        "asked": context.wording.short(request.askedAt, at: context.now),
        "until": context.wording.due(request.expiresAt, at: context.now),
      ]) + (reason.isEmpty ? "" : context.words("approvals.footer.reason", ["reason": reason]))
  }

  /// `林白露 11-26 15:02 已驳回: 已经延过一次`
  func outcome(_ request: AskedRequest) -> String {
    let state = context.words["request.state.\(request.state.rawValue)"]
    let at = request.answeredAt.map { context.wording.short($0, at: context.now) }
    let answer = [request.answeredBy, at, state].compactMap { $0 }.joined(separator: " ")
    return request.remark.isEmpty ? answer : "\(answer): \(request.remark)"
  }
}
