import Foundation
import Services
import Storage

/// A base as it is made new. Hundreds of tests begin on one, and to copy it takes a tenth of what its schema takes.
package enum EmptyBase {
  // The tests of a process run one after another.
  nonisolated(unsafe) private static var content: Data?

  package static func house(at path: String, by rules: HouseRules) throws -> House {
    if let content {
      write(content, to: path)
      return try House(path: path, access: .write, rules: rules, origin: "test")
    }
    let house = try House(path: path, access: .create, rules: rules, origin: "test")
    content = try bytes(ofBaseAt: path)
    return house
  }

  /// As the program makes it: for its owner alone.
  package static func write(_ content: Data, to path: String) {
    _ = FileManager.default.createFile(
      atPath: path, contents: content, attributes: [.posixPermissions: 0o600])
  }

  /// What is still in its log goes into the file first.
  package static func bytes(ofBaseAt path: String) throws -> Data {
    _ = try Connection(path: path, access: .write).first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.int(0) }
    return try Data(contentsOf: URL(filePath: path))
  }
}
