import Domain
import Glibc

extension Wording {
  /// Why a file is neither kept nor saved, in one line.
  package func text(of error: DocumentError) -> String {
    switch error {
    case .cannotOpen(let path, let code): text("import.cannot_open", path, code)
    case .cannotRead(let path, let code): text("import.cannot_read", path, code)
    case .cannotWrite(let path, let code): text("import.cannot_write", path, code)
    case .notAFile(let path): words("document.not_a_file", ["path": path])
    case .empty(let path): words("document.empty", ["path": path])
    case .tooLarge(let path): words("document.too_large", ["path": path])
    case .changed(let path): words("document.changed", ["path": path])
    case .exists(let path): words("document.exists", ["path": path])
    case .damaged(let name): words("document.damaged", ["name": name])
    }
  }

  private func text(_ key: String, _ path: String, _ code: Int32) -> String {
    words(key, ["path": path, "reason": String(cString: strerror(code))])
  }
}
