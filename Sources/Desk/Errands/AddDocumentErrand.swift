import Domain
import Services

/// Keeps a file of the host with a customer (R10.3).
struct AddDocumentErrand: Errand {
  let path: String
  let subject: Subject

  /// A file that can't be kept is no fault of the base.
  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Result<Document, DocumentError> {
    let content: [UInt8]
    do { content = try DocumentFile.read(path) } catch { return .failure(error) }
    return .success(try AddDocument(path, content, to: subject.id).perform(by: actor, at: now, in: house))
  }

  func report(_ kept: Result<Document, DocumentError>, _ context: Context) -> String? {
    switch kept {
    case .success(let document):
      context.words(
        "report.document",
        [
          "customer": subject.name.cut(to: 30), "name": document.name.cut(to: 30), "size": document.sizeText,
        ])
    case .failure(let error): context.wording.text(of: error)
    }
  }
}
