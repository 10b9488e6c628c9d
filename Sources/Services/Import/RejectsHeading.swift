import Domain

/// The three columns a file of refused rows has before those of the imported file. They are known when such a file
/// is imported again, once mended, and say nothing then.
package struct RejectsHeading: Hashable, Sendable {
  package let texts: [String]

  package static let chinese = RejectsHeading(texts: ["行号", "原因代码", "原因"])
  package static let english = RejectsHeading(texts: ["row", "reason code", "reason"])

  static func has(_ heading: String) -> Bool { all.contains(HeadingFolding.fold(heading)) }

  private static let all = Set((chinese.texts + english.texts).map(HeadingFolding.fold))
}
