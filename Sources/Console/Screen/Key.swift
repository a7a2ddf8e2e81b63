/// What somebody did at the keyboard, or what became of the terminal.
public enum Key: Hashable, Sendable {
    /// Characters that were typed.
    case text(String)
    /// Text that was pasted, its lines ended by newlines.
    case paste(String)
    case enter, tab, backTab, escape, backspace, delete
    case up, down, left, right, home, end, pageUp, pageDown
    /// A line end within a text: Alt-Enter or Ctrl-J.
    case newline
    /// Ctrl with a letter, which is lower case.
    case control(Character)
    /// F1 to F12.
    case function(Int)
    /// The terminal has another size.
    case resize
    /// The terminal is gone, or somebody asked the program to end.
    case hangup
}
