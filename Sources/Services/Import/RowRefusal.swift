import Domain

/// Why a row of a table was refused.
package enum RowRefusal: Error, Sendable {
  case fault(ImportFault)
  case rule(Refusal)
  /// The same name, key or number stood in an earlier row of the file (found by a dry run).
  case twin(row: Int, name: String, matched: String)

  package var code: String {
    switch self {
    case .fault(let fault): fault.code
    case .rule(let refusal): refusal.code
    case .twin: "collision"
    }
  }

  /// More exactly than the code.
  package var problem: String {
    if case .rule(.invalidField(let field, let problem)) = self { return "\(field).\(problem.rawValue)" }
    return code
  }

  static func code(ofProblem problem: String) -> String {
    problem.contains(".") ? "invalid_field" : problem
  }
}
