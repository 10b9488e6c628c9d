import Domain
import FoundationEssentials
import Glibc

/// Where drafts go while the base is away: files of the state folder that only the user can read (R6.4).
package struct DraftFolder: Sendable {
  private let path: String
  /// Tells the bases of one user apart.
  private let base: String

  /// - Parameters:
  ///   - path: the folder, made when something is to be kept.
  ///   - base: its file, by whatever path one came to it.
  package init(path: String, base: String) {
    self.path = path
    self.base = String(DraftFolder.hash(DraftFolder.realPath(base)), radix: 36)
  }

  /// `$XDG_STATE_HOME/tideline/drafts`, unset or empty `~/.local/state`.
  package init(environment: [String: String], base: String) {
    let set = environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let state = set ?? (environment["HOME"] ?? "") + "/.local/state"
    self.init(path: state + "/tideline/drafts", base: base)
  }

  private static func realPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// It is written beside its place and moved there, so that neither a kill nor a full disk leaves half of one.
  ///
  /// - Returns: whether it is kept now.
  func save(_ draft: String?, by person: PersonID, on customer: CustomerID) -> Bool {
    guard let draft else {
      drop(by: person, on: customer)
      return true
    }
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    chmod(path, 0o700)
    let (place, unfinished) = (file(person, customer), "\(path)/.\(base)-\(person.value)-\(getpid())")
    guard write(draft, to: unfinished) && rename(unfinished, place) == 0 else {
      unlink(unfinished)
      return false
    }
    return true
  }

  private func write(_ draft: String, to file: String) -> Bool {
    let descriptor = Glibc.open(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    defer { Glibc.close(descriptor) }
    let bytes = Array(draft.utf8)
    return Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
  }

  func drop(by person: PersonID, on customer: CustomerID) {
    unlink(file(person, customer))
  }

  func drafts(of person: PersonID) -> [(customer: CustomerID, draft: String)] {
    let prefix = "\(base)-\(person.value)-"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasPrefix(prefix) }.compactMap { name in
      guard let customer = CustomerID(codeOrID: name.dropFirst(prefix.count)),
        let data = try? Data(contentsOf: URL(filePath: "\(path)/\(name)"))
      else { return nil }
      return (customer, String(decoding: data, as: UTF8.self))
    }
  }

  private func file(_ person: PersonID, _ customer: CustomerID) -> String {
    "\(path)/\(base)-\(person.value)-\(customer.value)"
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
