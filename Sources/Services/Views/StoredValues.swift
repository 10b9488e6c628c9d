import Storage

// What the repository reads is what the views show: the screens and the command line know these values, and not where
// they come from.
package typealias LibraryRow = Storage.LibraryRow
package typealias SeaRow = Storage.SeaRow
package typealias SeaQuery = Storage.SeaQuery
package typealias SeaCursor = Storage.SeaCursor
package typealias Holding = Storage.Holding
package typealias RecordedNote = Storage.RecordedNote
package typealias RecordedEvent = Storage.RecordedEvent
package typealias Alert = Storage.Alert
package typealias AlertKind = Storage.AlertKind
package typealias Draft = Storage.Draft
package typealias Interrupter = Storage.Interrupter
