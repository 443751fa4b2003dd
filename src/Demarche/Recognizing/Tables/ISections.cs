namespace Demarche.Recognizing.Tables;

/// <summary>What goes through the arrays of compiled tables one after the other, to write or to read them.</summary>
internal interface ISections
{
    void Take<T>(ref T[] section)
        where T : unmanaged;
}
