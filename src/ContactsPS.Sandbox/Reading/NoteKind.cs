namespace ContactsPS.Sandbox.Reading;

/// <summary>What the service did with a value that is not as it should be (web-service.md, Incorrect data).</summary>
internal enum NoteKind
{
    /// <summary>A value of another type was cast.</summary>
    Cast,

    /// <summary>A value was changed. For example, prohibited characters were deleted.</summary>
    Formatted,

    /// <summary>A value was not used.</summary>
    Ignored,

    /// <summary>A contact was not stored.</summary>
    Dropped,
}
