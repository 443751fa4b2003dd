namespace Demarche.Recognizing;

/// <summary>Whether “he” or “she” can mean a person.</summary>
internal enum Gender : byte
{
    Unknown,
    Male,
    Female,
}
