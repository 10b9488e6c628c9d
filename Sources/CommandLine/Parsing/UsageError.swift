/// The command was not called as it should be: exit status 2.
enum UsageError: Error, Equatable {
  case unknownCommand(String)
  case unknownOption(String)
  case missingValue(String)
  case missing(String)
  case twice(String)
  case surplus(String)
  /// An option or operand whose value is none of those there are.
  case badValue(String, of: String, expected: String)
}
