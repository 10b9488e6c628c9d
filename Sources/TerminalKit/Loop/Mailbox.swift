import Synchronization

/// Where other threads leave their results for the loop. Order is kept; of many posts only the first wakes.
package final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let pipe: WakePipe

  package init(waking pipe: WakePipe) {
    self.pipe = pipe
  }

  package func post(_ message: Message) {
    let isFirst = messages.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    if isFirst { pipe.wake() }
  }

  /// All that was posted since the last call, oldest first.
  package func collect() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
