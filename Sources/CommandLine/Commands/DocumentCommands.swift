import Domain
import Glibc
import Services

/// The files that are kept with customers (R10.3).
enum DocumentCommands {
  static let all = [
    CommandSpec("document add", [.required("CUSTOMER"), .required("PATH")], run: add),
    CommandSpec("document list", [.required("CUSTOMER")], run: list),
    CommandSpec("document save", [.required("DOCUMENT"), .required("PATH")], run: save),
  ]

  private static func add(_ call: Invocation) throws -> Reply {
    let (id, path) = (try call.customer(), call.arguments.operand(1) ?? "")
    let session = try call.session()
    let document = try AddDocument(path, try DocumentFile.read(path), to: id).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      json(document, call),
      text: call.words(
        "document.added",
        [
          "code": id.code, "id": String(document.id.value), "name": document.name, "size": document.sizeText,
        ]))
  }

  private static func list(_ call: Invocation) throws -> Reply {
    let id = try call.customer()
    let session = try call.session()
    let now = call.now
    let view = try CustomerView.read(id, by: session.actor.id, at: now, in: session.house)
    guard view.isWhole else { throw Refusal.notHeld }
    return Reply(
      list: view.documents.map { document in
        Reply.Item(
          json: .object(json(document, call)),
          row: [
            String(document.id.value), document.name, document.sizeText, document.addedBy.name,
            call.wording.moment(document.addedAt, at: now),
          ])
      }, under: call.heading("id", "name", "size", "who", "when"), whenEmpty: call.words["document.none"])
  }

  private static func save(_ call: Invocation) throws -> Reply {
    let text = call.arguments.operand(0) ?? ""
    guard let number = decimal(text), number > 0 else { throw Refusal.unknownDocument(text) }
    let session = try call.session()
    let saved = try SaveDocument(DocumentID(Int64(number))).perform(
      by: session.actor.id, at: call.now, in: session.house)
    let path = place(of: saved.document, call.arguments.operand(1) ?? "")
    try DocumentFile.write(saved.content, to: path)
    var facts = json(saved.document, call)
    facts["path"] = .text(path)
    return Reply(facts, text: call.words("document.saved", ["name": saved.document.name, "path": path]))
  }

  /// In a folder it has its own name.
  private static func place(of document: Document, _ path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return path }
    return path + (path.hasSuffix("/") ? "" : "/") + document.name
  }

  static func json(_ document: Document, _ call: Invocation) -> [String: JSONOutput] {
    [
      "document": .integer(Int(document.id.value)), "code": .text(document.customer.code),
      "name": .text(document.name), "size": .integer(document.size), "sha256": .text(document.hash),
      "by": .text(document.addedBy.name), "at": call.time(document.addedAt),
    ]
  }
}
