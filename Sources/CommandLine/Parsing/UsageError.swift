/// The command was not called as it should be: exit status 2.
enum UsageError: Error {
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?)
  case missingValue(String)
  case missing(String)
  case twice(String)
  case surplus(String)
  /// An option or operand whose value is none of those there are.
  case badValue(String, of: String, expected: String)
}

/// A value that the policy of the person's department does not have.
struct UnknownChoice: Error {
  let value: String
  let option: String
  let expected: [String]
}
