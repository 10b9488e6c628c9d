import Foundation
import Glibc

/// The folder of this run's files: gone with the process, whatever a test leaves behind.
package enum Scratch {
  package static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tideline-tests-\(getpid())")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: Scratch.folder) }
    return folder
  }()

  /// A path where nothing is yet.
  package static func path(_ ending: String) -> String {
    folder.appendingPathComponent("\(UUID().uuidString)\(ending)").path
  }

  /// A folder that is empty.
  package static func newFolder() throws -> URL {
    let new = folder.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
    return new
  }
}
